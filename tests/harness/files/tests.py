"""Tests of tmp_path and recipes: files are the same for tests and candidate."""

import os
import sqlite3
import stat

from harness import raises


def test_functional_both_sides_see_files(candidate, module, tmp_path):
    """Either side sees at once what the other wrote, below a common current directory."""
    assert module.where() == str(tmp_path) == os.getcwd()
    candidate("a.txt", "one")
    assert (tmp_path / "a.txt").read_text() == "one"
    (tmp_path / "a.txt").write_text("two")
    assert module.read(tmp_path / "a.txt") == "two"
    assert list(tmp_path.iterdir()) == [tmp_path / "a.txt"]


def test_functional_fresh_directory(tmp_path):
    """Each test has an empty directory of its own."""
    assert list(tmp_path.iterdir()) == []


def test_functional_modes(candidate, module, tmp_path):
    """umask, modes and chmod behave as on Linux."""
    candidate("plain", "")
    module.make("secret", 0o600)
    module.make("open", 0o666)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {"plain": 0o644, "secret": 0o600, "open": 0o644}
    (tmp_path / "plain").chmod(0o640)
    assert module.mode("plain") == 0o640
    (tmp_path / "plain").chmod(0)
    with raises(PermissionError):
        module.read("plain")


def test_functional_links(candidate, module, tmp_path):
    """Symbolic links are followed, refused with O_NOFOLLOW, and not created over."""
    (tmp_path / "target").write_text("t")
    (tmp_path / "link").symlink_to("target")
    (tmp_path / "dangling").symlink_to("nowhere")
    assert module.read("link") == "t"
    with raises(OSError):
        module.open_without_links("link")
    with raises(FileExistsError):
        module.make("dangling", 0o600)
    candidate("link", "new")
    assert (tmp_path / "target").read_text() == "new"


def test_functional_owners(candidate, module, tmp_path):
    """Owners are the candidate's own unless the test sets them."""
    assert module.me() == (1000, 1000, 1000)
    candidate("mine", "")
    candidate("theirs", "")
    tmp_path.uid_of[tmp_path / "theirs"] = 1001
    assert module.owners("mine") == (1000,) * 6
    assert module.owners("theirs") == (1001,) * 6
    (tmp_path / "link").symlink_to("theirs")
    assert module.owners("link") == (1001, 1000, 1001, 1001, 1001, 1000)
    tmp_path.uid_of["link"] = 1002
    assert module.owners("link") == (1001, 1002, 1001, 1001, 1001, 1002)


def test_functional_strangers_files(candidate, module, tmp_path):
    """Only its owner changes a file's mode, times and owner; either side may read and write it."""
    candidate("mine", "")
    candidate("theirs", "")
    (tmp_path / "folder").mkdir()
    tmp_path.uid_of["theirs"] = tmp_path.uid_of["folder"] = 1001
    for name in ("theirs", "folder"):
        for function, *arguments in (
            ("chmod", 0o700),
            ("utime", (1, 1)),
            ("chown", 1000, -1),
            ("chown", -1, 1000),
            ("lchown", 1000, 1000),
        ):
            with raises(PermissionError, match="Operation not permitted"):
                module.apply(function, name, *arguments)
        with raises(PermissionError):
            module.apply("utime", name, ns=(1, 1))
    with raises(PermissionError):
        module.change_open("theirs", 0o777)
    module.apply("utime", "theirs")
    candidate("theirs", "written")
    module.apply("unlink", "theirs")
    module.apply("chmod", "mine", 0o640)
    module.apply("utime", "mine", (1, 1))
    module.apply("chown", "mine", 1000, 1000)
    with raises(PermissionError):
        module.apply("chown", "mine", 0, -1)
    assert stat.S_IMODE((tmp_path / "mine").stat().st_mode) == 0o640
    (tmp_path / "folder").chmod(0o700)
    assert module.mode("folder") == 0o700


def test_functional_sticky_folders(candidate, module, tmp_path):
    """In a stranger's folder with the sticky bit others' entries can't be removed or renamed."""
    folder = tmp_path / "spool"
    folder.mkdir()
    folder.chmod(0o1777)
    for name in ("mine", "theirs", "other"):
        candidate(f"spool/{name}", name)
    (folder / "sub").mkdir()
    tmp_path.uid_of[folder] = 0
    for name in ("theirs", "sub"):
        tmp_path.uid_of[folder / name] = 1001
    for function, *paths in (
        ("unlink", "spool/theirs"),
        ("remove", folder / "theirs"),
        ("rmdir", "spool/sub/"),
        ("rename", "spool/theirs", "taken"),
        ("replace", "spool/mine", "spool/theirs"),
    ):
        with raises(PermissionError, match="Operation not permitted"):
            module.apply(function, *paths)
    with raises(FileNotFoundError):
        module.apply("unlink", "spool/nothing")
    module.apply("replace", "spool/mine", "spool/other")
    module.apply("unlink", "spool/other")
    assert sorted(path.name for path in folder.iterdir()) == ["sub", "theirs"]
    tmp_path.uid_of[folder] = 1000
    module.apply("unlink", "spool/theirs")
    folder.chmod(0o777)
    tmp_path.uid_of[folder] = 0
    module.apply("rmdir", "spool/sub")
    assert list(folder.iterdir()) == []


def test_functional_hard_links(candidate, module, tmp_path):
    """Two names stand for one file, for either side, whichever of them goes."""
    candidate("a", "one")
    module.link("a", "b")
    (tmp_path / "c").hardlink_to(tmp_path / "b")
    assert [(tmp_path / name).stat().st_nlink for name in "abc"] == [3, 3, 3]
    assert len({(tmp_path / name).stat().st_ino for name in "abc"}) == 1
    candidate("c", "two")
    assert (tmp_path / "a").read_text() == "two"
    (tmp_path / "a").write_text("three")
    (tmp_path / "b").chmod(0o600)
    assert (module.read("c"), module.mode("c")) == ("three", 0o600)
    (tmp_path / "a").unlink()
    module.apply("rename", "c", "d")
    (tmp_path / "b").write_text("four")
    assert module.read("d") == "four"
    assert (tmp_path / "d").stat().st_nlink == 2
    with raises(FileExistsError):
        module.link("d", "b")
    module.apply("unlink", "b")
    assert (module.read("d"), (tmp_path / "d").stat().st_nlink) == ("four", 1)
    assert [path.name for path in tmp_path.iterdir()] == ["d"]


def test_functional_what_is_open_stays_the_file(module, tmp_path):
    """A file that was opened before is read on when it has been renamed or removed."""
    (tmp_path / "plain").write_text("")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "gone").write_text("")
    with open("plain") as renamed, open("folder/gone") as removed, open("folder/gone") as moved:
        module.write_and_rename("plain", "target", "secret")
        assert renamed.read() == "secret"
        module.apply("rename", "folder", "other")
        with open("other/gone", "a") as stream:
            stream.write("moved ")
        assert moved.read() == "moved "
        module.write_and_remove("other/gone", "rest")
        assert removed.read() == "rest"
    assert module.read("target") == "secret"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other", "target"]


def test_functional_what_was_replaced_stays_too(module, tmp_path):
    """Who opened a file that another one then replaced goes on reading the old one."""
    (tmp_path / "target").write_text("old")
    with open("target") as stream:
        module.write_and_rename("new", "target", "new")
        assert stream.read() == "old"
    assert (tmp_path / "target").read_text() == "new"


def test_functional_connection(module, recipes, tmp_path):
    """A database is open on both sides."""
    db = sqlite3.connect(tmp_path / "people.db")
    db.execute("create table people (name text)")
    db.commit()
    connection = recipes.connection(tmp_path / "people.db")
    module.insert(connection, "ann")
    assert db.execute("select name from people").fetchall() == [("ann",)]
    assert module.rows("people.db") == [("ann",)]


def test_functional_recipes(module, recipes, tmp_path):
    """Streams, files and anything of the library can be made for the candidate."""
    stream = recipes.string_io("x")
    stream.seek(1)
    module.append(stream, "y")
    assert stream.getvalue() == "xy"
    handle = recipes.open("log.txt", "a", encoding="utf-8")
    module.append(handle, "é")
    assert (tmp_path / "log.txt").read_bytes() == "é".encode()
    handle.close()
    assert recipes.bytes_io(b"ab").read() == b"ab"
    assert str(recipes.call("fractions:Fraction", 1, 3)) == "1/3"


def test_functional_trees(module, tmp_path):
    """Whole trees can be copied and removed."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c").write_text("c")
    assert module.tree("a", "z") == ["z/b", "z/b/c"]
    assert not (tmp_path / "a").exists()


def test_functional_temporary_files(module, environ, tmp_path):
    """Temporary files go where the environment says."""
    environ["TMPDIR"] = str(tmp_path)
    name = module.temporary()
    assert os.path.dirname(name) == str(tmp_path)
    assert stat.S_IMODE(os.stat(name).st_mode) == 0o600
