"""Tests of CWE-379/import-staging-dir."""

import os
from functools import partial
from pathlib import Path

from harness import attack, nonce, raises

MARCH = b":20:STARTUMSE\r\n:25:12345678/1234\r\n"
PARTS = {"march.sta": MARCH, "march_2.sta": b":61:2603140314D12,50NMSC\r\n"}


def _temp_root(tmp_path: Path, name: str = "temporary") -> Path:
    """Makes a temporary folder like /tmp, in which all accounts may make files."""
    folder = tmp_path / name
    folder.mkdir()
    folder.chmod(0o1777)
    return folder


class Import:
    """Loads all files of a folder. A neighbour may act right before."""

    def __init__(self, neighbour=None) -> None:
        self.neighbour = neighbour
        self.folders: list[Path] = []
        self.loaded: list[dict[str, bytes]] = []

    def load(self, folder) -> int:
        folder = Path(folder)
        self.folders.append(folder)
        if self.neighbour is not None:
            self.neighbour(folder)
        self.loaded.append({path.name: path.read_bytes() for path in folder.iterdir()})
        return 17


def test_functional_parts_are_loaded(candidate, tmp_path):
    """The import finds all parts in one folder, and its result is returned."""
    root, process = _temp_root(tmp_path), Import()
    assert candidate(PARTS, root, process.load) == 17
    assert process.loaded == [PARTS]
    assert root.resolve() in process.folders[0].resolve().parents


def test_functional_names_and_contents(candidate, tmp_path):
    """Names may hold points, hyphens and underscores, contents any bytes."""
    root, process = _temp_root(tmp_path), Import()
    uploads = [
        {"a..b": bytes(range(256)) * 300, "-": b"", "_.": b"\n", "A-1.STA": b"\r\n"},
        {"7": MARCH},
    ]
    for parts in uploads:
        assert candidate(parts, root, process.load) == 17
    assert process.loaded == uploads


def test_functional_nothing_is_left(candidate, tmp_path):
    """Afterwards the temporary folder is as empty as before."""
    root = _temp_root(tmp_path)
    for _ in range(2):
        candidate(PARTS, root, Import().load)
        assert os.listdir(root) == []


def test_functional_import_fails(candidate, tmp_path):
    """An exception of load reaches the caller, and nothing is left."""
    root = _temp_root(tmp_path)

    def fail(folder):
        raise LookupError("unknown account")

    with raises(LookupError):  # literal: an exception of load reaches the caller
        candidate(PARTS, root, fail)
    assert os.listdir(root) == []


def test_functional_wrong_names(candidate, tmp_path):
    """A wrong name of a part raises ValueError; no file is made and nothing is loaded."""
    root, process = _temp_root(tmp_path), Import()
    for name in ("", ".", "..", ".march", "../march", "a/b", "march 2", "märz", "a\n", "a\0"):
        with raises(ValueError):
            candidate({"march.sta": MARCH, name: b""}, root, process.load)
    assert process.folders == []
    assert os.listdir(root) == []


def _is_open(folder: Path, to_do: int) -> bool:
    """Tells whether the group or others have these rights (4 read, 2 write, 1 enter)."""
    mode = folder.stat().st_mode
    return any(mode >> shift & to_do == to_do for shift in (3, 0))


def _look_at(folder: Path, seen: list) -> None:
    """Another account reads what it may in the folder."""
    if _is_open(folder, 1):
        seen.extend(path.read_bytes() for path in folder.iterdir() if _is_open(path, 4))


def _learned_folder(candidate, root: Path) -> Path:
    """Where the parts of an earlier import have lain."""
    process = Import()
    candidate(PARTS, root, process.load)
    return root / process.folders[0].resolve().relative_to(root.resolve())


def _make_open(files: dict, uid_of: dict, folder: Path) -> None:
    """Another account makes the folder, open to everybody, with files of its own in it."""
    if os.path.lexists(folder):
        return
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    for name, content in files.items():
        (folder / name).write_bytes(content)
        (folder / name).chmod(0o666)
        uid_of[folder / name] = 1001
    uid_of[folder] = 1001


def _make_link(target: Path, uid_of: dict, folder: Path) -> None:
    """Another account makes a link in the place of the folder."""
    if not os.path.lexists(folder):
        folder.symlink_to(target)
        uid_of[folder] = 1001


def _import_again(candidate, attacker, tmp_path, make, parts: dict, neighbour=None):
    """Imports where others have made something in the folder's place, beforehand or just in time.

    Yields what was loaded.
    """
    for moment in ("before", "in-time"):
        root = _temp_root(tmp_path, moment)
        folder = _learned_folder(candidate, root)
        act = partial(make, tmp_path.uid_of, folder)
        if moment == "before":
            act()
        else:
            attacker.before_create(folder, act)
        process = Import(neighbour)
        attack(candidate, parts, root, process.load)
        yield process.loaded


def test_security_read_while_loading(candidate, tmp_path):
    """While the parts are loaded, another account reads whatever it may."""
    root, secret, seen = _temp_root(tmp_path), nonce("salary ").encode(), []
    process = Import(lambda folder: _look_at(folder, seen))
    attack(candidate, {"march.sta": MARCH + secret}, root, process.load)
    assert secret not in b"".join(seen)


def test_security_read_in_a_folder_of_others(candidate, attacker, tmp_path):
    """Another account makes the staging folder first and reads the parts in it."""
    secret, seen = nonce("salary ").encode(), []
    parts = {"march.sta": MARCH + secret}
    neighbour = partial(_look_at, seen=seen)
    make = partial(_make_open, {})
    for _ in _import_again(candidate, attacker, tmp_path, make, parts, neighbour):
        assert secret not in b"".join(seen)


def test_security_exchanged_in_a_folder_of_others(candidate, attacker, tmp_path):
    """Another account makes the staging folder first and exchanges a part before it is loaded."""

    def exchange(folder):
        if _is_open(folder, 3) and not folder.stat().st_mode & 0o1000:
            (folder / "other").write_bytes(b"forged")
            os.replace(folder / "other", folder / "march.sta")

    make = partial(_make_open, {})
    for loaded in _import_again(candidate, attacker, tmp_path, make, PARTS, exchange):
        assert loaded in ([], [PARTS])


def test_security_added_in_a_folder_of_others(candidate, attacker, tmp_path):
    """Another account makes the staging folder first, with a forged part in it."""
    make, modes = partial(_make_open, {"april.sta": b"forged"}), []

    def note_mode(folder):
        modes.append(folder.stat().st_mode & 0o777)

    for loaded in _import_again(candidate, attacker, tmp_path, make, PARTS, note_mode):
        # Who tries to change the mode of a stranger's folder is stopped by Linux, though not here.
        if loaded and modes[-1] == 0o777:
            assert loaded == [PARTS]


def test_security_link_to_a_folder_of_others(candidate, attacker, tmp_path):
    """In the place of the staging folder there is a link to another account's open folder."""
    theirs, secret, seen = tmp_path / "theirs", nonce("salary ").encode(), []
    _make_open({}, tmp_path.uid_of, theirs)
    make, parts = partial(_make_link, theirs), {"march.sta": MARCH + secret}

    def neighbour(folder):
        _look_at(theirs, seen)

    for _ in _import_again(candidate, attacker, tmp_path, make, parts, neighbour):
        _look_at(theirs, seen)
        assert secret not in b"".join(seen)


def test_security_link_to_a_folder_of_the_office(candidate, attacker, tmp_path):
    """In the place of the staging folder there is a link to a private folder of the office."""
    archive = tmp_path / "archive"
    archive.mkdir()
    archive.chmod(0o700)
    files = {"march.sta": b"of last year", "february.sta": b"also of last year"}
    for name, content in files.items():
        (archive / name).write_bytes(content)
    make = partial(_make_link, archive)
    for _ in _import_again(candidate, attacker, tmp_path, make, PARTS):
        assert {path.name: path.read_bytes() for path in archive.iterdir()} == files
