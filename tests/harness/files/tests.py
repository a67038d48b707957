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
