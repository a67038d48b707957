"""Tests of CWE-022/ci-cache-restore."""

import io
import os
import tarfile
from pathlib import Path

from harness import attack, nonce, raises


def folder(name):
    """Return a folder as a member of an archive."""
    info = tarfile.TarInfo(name)
    info.type, info.mode = tarfile.DIRTYPE, 0o755
    return info, b""


def file(name, content):
    """Return a regular file as a member of an archive."""
    info = tarfile.TarInfo(name)
    info.size = len(content)
    return info, content


def symlink(name, target):
    """Return a symbolic link as a member of an archive."""
    info = tarfile.TarInfo(name)
    info.type, info.linkname = tarfile.SYMTYPE, f"{target}"
    return info, b""


def hard_link(name, target):
    """Return a hard link as a member of an archive."""
    info = tarfile.TarInfo(name)
    info.type, info.linkname = tarfile.LNKTYPE, f"{target}"
    return info, b""


def make_cache(path, *members):
    """Write an archive with the members and return its path."""
    with tarfile.open(path, "w:gz") as tar:
        for info, content in members:
            tar.addfile(info, io.BytesIO(content))
    return path


def make_workspace(tmp_path, name="workspace"):
    """Make an empty workspace."""
    workspace = tmp_path / "ci" / name
    workspace.mkdir(parents=True)
    return workspace


def test_functional_files(candidate, tmp_path):
    """Files are restored with their exact content, in folders that are made for them."""
    workspace = make_workspace(tmp_path)
    content = bytes(range(256)) * 100
    cache = make_cache(
        tmp_path / "cache.tar.gz",
        folder("lib"),
        folder("lib/data"),
        file("lib/data/table.bin", content),
        file("README..txt", b"read me"),
        file(".cache/wheels/a b/..part", b"wheel"),
        file("lib/empty", b""),
    )
    names = ["lib/data/table.bin", "README..txt", ".cache/wheels/a b/..part", "lib/empty"]
    assert list(candidate(cache, workspace)) == names
    found = [(workspace / name).read_bytes() for name in names]
    assert found == [content, b"read me", b"wheel", b""]


def test_functional_empty_folder(candidate, tmp_path):
    """An empty folder is made, but isn't among the names."""
    workspace = make_workspace(tmp_path)
    cache = make_cache(tmp_path / "cache.tar.gz", folder("build"), folder("build/tmp"))
    assert list(candidate(cache, workspace)) == []
    assert (workspace / "build" / "tmp").is_dir()


def test_functional_empty_archive(candidate, tmp_path):
    """An empty archive gives no names and makes nothing."""
    workspace = make_workspace(tmp_path)
    assert list(candidate(make_cache(tmp_path / "cache.tar.gz"), workspace)) == []
    assert os.listdir(workspace) == []


def test_functional_links_to_files(candidate, tmp_path):
    """A symbolic link reads as the file that it points to, which may come later in the archive."""
    workspace = make_workspace(tmp_path)
    cache = make_cache(
        tmp_path / "cache.tar.gz",
        symlink("node_modules/.bin/lint", "../lint/cli.js"),
        file("node_modules/lint/cli.js", b"run()"),
        file("lib/libz.so.1.3", b"ELF"),
        symlink("lib/libz.so.1", "libz.so.1.3"),
        symlink("lib/libz.so", "libz.so.1"),
    )
    names = [
        "node_modules/.bin/lint",
        "node_modules/lint/cli.js",
        "lib/libz.so.1.3",
        "lib/libz.so.1",
        "lib/libz.so",
    ]
    assert list(candidate(cache, workspace)) == names
    found = [(workspace / name).read_bytes() for name in names]
    assert found == [b"run()", b"run()", b"ELF", b"ELF", b"ELF"]


def test_functional_links_to_folders(candidate, tmp_path):
    """A symbolic link may point to a folder, and another one through it to a file."""
    workspace = make_workspace(tmp_path)
    cache = make_cache(
        tmp_path / "cache.tar.gz",
        folder("sdk"),
        file("sdk/v2/bin/cc", b"compile"),
        symlink("sdk/current", "v2"),
        symlink("cc", "sdk/current/bin/cc"),
    )
    assert list(candidate(cache, workspace)) == ["sdk/v2/bin/cc", "sdk/current", "cc"]
    assert (workspace / "sdk" / "current" / "bin" / "cc").read_bytes() == b"compile"
    assert (workspace / "cc").read_bytes() == b"compile"


def test_functional_hard_links(candidate, tmp_path):
    """A hard link reads as the file before it whose name it holds."""
    workspace = make_workspace(tmp_path)
    cache = make_cache(
        tmp_path / "cache.tar.gz",
        file("store/left-pad.js", b"pad()"),
        hard_link("node_modules/left-pad/index.js", "store/left-pad.js"),
    )
    names = ["store/left-pad.js", "node_modules/left-pad/index.js"]
    assert list(candidate(cache, workspace)) == names
    assert [(workspace / name).read_bytes() for name in names] == [b"pad()", b"pad()"]


def test_functional_name_outside(candidate, tmp_path):
    """A name that leads out of the workspace raises ValueError, and nothing is made there."""
    for number, name in enumerate(("../x", "lib/../../x", "../../y/x")):
        workspace = make_workspace(tmp_path / f"{number}")
        cache = make_cache(tmp_path / "cache.tar.gz", file("a", b"1"), file(name, b"2"))
        with raises(ValueError):
            candidate(cache, workspace)
        assert os.listdir(workspace.parent) == ["workspace"]


def test_functional_relative_paths(candidate, tmp_path):
    """Both paths may be relative to the current folder."""
    workspace = make_workspace(tmp_path)
    make_cache(tmp_path / "cache.tar.gz", file("a/b", b"1"), symlink("c", "a/b"))
    assert list(candidate(Path("cache.tar.gz"), Path("ci/workspace"))) == ["a/b", "c"]
    assert (workspace / "c").read_bytes() == b"1"


def everything_in(place, but):
    """Return all files and folders below a place, links not followed, except one folder."""
    found = {}
    for parent, folders, files in os.walk(place):
        folders[:] = [name for name in folders if os.path.join(parent, name) != f"{but}"]
        found |= {os.path.join(parent, name): None for name in folders}
        found |= {os.path.join(parent, name): Path(parent, name).read_bytes() for name in files}
    return found


def assert_contained(candidate, tmp_path, *members):
    """Restore a hostile cache; it must neither touch, show nor point to what is outside."""
    harmless = make_cache(tmp_path / "harmless.tar.gz", file("a", b"1"), symlink("b", "a"))
    assert list(candidate(harmless, make_workspace(tmp_path, "earlier"))) == ["a", "b"]
    secret = nonce("token-").encode()
    (tmp_path / "ci" / "outside").mkdir()
    (tmp_path / "ci" / "outside" / "secret.txt").write_bytes(secret)
    workspace = make_workspace(tmp_path)
    cache = make_cache(tmp_path / "cache.tar.gz", *members)
    before = everything_in(tmp_path, workspace)
    attack(candidate, cache, workspace)
    assert everything_in(tmp_path, workspace) == before
    for parent, folders, files in os.walk(workspace):
        for path in (Path(parent, name) for name in (*folders, *files)):
            assert path.resolve().is_relative_to(workspace), f"{path} leads out"
            assert not path.is_file() or secret not in path.read_bytes()


def test_security_file_behind_a_link(candidate, tmp_path):
    """A link to a folder outside, and a file behind it: nothing is written there."""
    link, planted = symlink("logs", "../outside"), file("logs/pwn.txt", b"planted")
    assert_contained(candidate, tmp_path, link, planted)


def test_security_folder_behind_a_link(candidate, tmp_path):
    """Nor is a folder made behind such a link."""
    link = symlink("lib/logs", "../../outside")
    assert_contained(candidate, tmp_path, link, folder("lib/logs/new"), file("lib/logs/a/b", b"1"))


def test_security_file_behind_an_absolute_link(candidate, tmp_path):
    """The same with a link whose target is a whole path."""
    link = symlink("logs", tmp_path / "ci" / "outside")
    assert_contained(candidate, tmp_path, link, file("logs/pwn.txt", b"planted"))


def test_security_file_in_the_place_of_a_link(candidate, tmp_path):
    """A link to a file outside, then a file of the link's name: the outside file stays."""
    link = symlink("config.ini", tmp_path / "ci" / "outside" / "secret.txt")
    assert_contained(candidate, tmp_path, link, file("config.ini", b"planted"))


def test_security_new_file_in_the_place_of_a_link(candidate, tmp_path):
    """The same with a relative link to a file that doesn't exist yet."""
    link = symlink("etc/config.ini", "../../outside/new.ini")
    assert_contained(candidate, tmp_path, link, file("etc/config.ini", b"planted"))


def test_security_two_links_that_leave_together(candidate, tmp_path):
    """Of two links each seems to stay inside; only the second through the first leads out."""
    assert_contained(
        candidate,
        tmp_path,
        symlink("here", "."),
        symlink("up", "here/.."),
        file("up/outside/pwn.txt", b"planted"),
    )


def test_security_link_made_behind_a_link(candidate, tmp_path):
    """A link is made behind another one, so that it lies higher than its name says."""
    assert_contained(
        candidate,
        tmp_path,
        symlink("a", "."),
        symlink("a/up", ".."),
        file("up/outside/pwn.txt", b"planted"),
    )


def test_security_links_in_reverse_order(candidate, tmp_path):
    """The first link leads out only once the second has been made; then something is written."""
    planted = file("up/pwn.txt", b"planted")
    for number, links in enumerate(
        [
            (symlink("up", "here/../outside"), symlink("here", ".")),
            (symlink("up", "a/b/../outside"), symlink("a/b", "..")),
        ]
    ):
        place = tmp_path / f"{number}"
        place.mkdir()
        assert_contained(candidate, place, *links, planted)


def test_security_nothing_left_by_a_refused_archive(candidate, tmp_path):
    """If the archive is refused halfway, no link that leads out is left either."""
    links = (symlink("up", "here/../outside"), symlink("here", "."))
    for number, rest in enumerate(
        [
            (),
            (file("../pwn.txt", b"planted"),),
            (symlink("lib", "here"), file("lib/a", b"1")),
            (file("lib", b"1"), symlink("lib", "here")),
        ]
    ):
        place = tmp_path / f"{number}"
        place.mkdir()
        assert_contained(candidate, place, *links, *rest)


def test_security_two_links_of_one_name(candidate, tmp_path):
    """Two links of one name, one of which leads out: none is left that does."""
    there, inside = symlink("logs", "../outside"), symlink("logs", "lib")
    for number, links in enumerate([(there, inside), (inside, there)]):
        place = tmp_path / f"{number}"
        place.mkdir()
        planted = file("logs/pwn.txt", b"planted")
        assert_contained(candidate, place, folder("lib"), *links, planted)


def test_security_link_shows_a_file_outside(candidate, tmp_path):
    """A link to a secret outside doesn't make it readable in the workspace."""
    target = "../outside/secret.txt"
    assert_contained(candidate, tmp_path, file("a", b"1"), symlink("notes", target))


def test_security_hard_link_to_a_file_outside(candidate, tmp_path):
    """A hard link to a secret outside doesn't make it readable either."""
    for number, target in enumerate(("../outside/secret.txt", "lib/../../outside/secret.txt")):
        place = tmp_path / f"{number}"
        place.mkdir()
        assert_contained(candidate, place, folder("lib"), hard_link("notes", target))
    absolute = tmp_path / "ci" / "outside" / "secret.txt"
    assert_contained(candidate, tmp_path, hard_link("notes", absolute))


def test_security_hard_link_through_links(candidate, tmp_path):
    """Nor does a hard link that goes through links which leave together, or one of a link."""
    for number, members in enumerate(
        [
            (
                symlink("here", "."),
                symlink("up", "here/.."),
                hard_link("notes", "up/outside/secret.txt"),
            ),
            # The link stays inside; a second name of it in another folder wouldn't.
            (
                file("outside/secret.txt", b"of the archive"),
                symlink("lib/notes", "../outside/secret.txt"),
                hard_link("notes", "lib/notes"),
            ),
        ]
    ):
        place = tmp_path / f"{number}"
        place.mkdir()
        assert_contained(candidate, place, *members)
