"""Tests of CWE-379/scan-ocr-workdir."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from harness import attack, nonce, raises

SCAN = b"II*\x00\x08\x00\x00\x00" + bytes(range(256)) * 40
PATIENT = "904815162342"


def _temp_root(tmp_path: Path, name: str = "temporary") -> Path:
    """Makes a temporary folder like /tmp, in which all accounts may make files."""
    folder = tmp_path / name
    folder.mkdir()
    folder.chmod(0o1777)
    return folder


class Engine:
    """Recognises the text of a file, and lets somebody look around meanwhile."""

    def __init__(self, meanwhile=None) -> None:
        self.meanwhile = meanwhile
        self.paths: list[Path] = []
        self.scans: list[bytes] = []

    def read(self, path) -> str:
        self.paths.append(Path(path))
        self.scans.append(Path(path).read_bytes())
        if self.meanwhile is not None:
            self.meanwhile(Path(path))
        return f"Dear colleague, page {len(self.paths)}"


def test_functional_text_is_returned(candidate, tmp_path):
    """The engine gets the scan in a file of the right name, and its text is returned."""
    root, engine = _temp_root(tmp_path), Engine()
    assert candidate(SCAN, "4711", root, engine.read) == "Dear colleague, page 1"
    assert candidate(b"", "0", root, engine.read) == "Dear colleague, page 2"
    assert engine.scans == [SCAN, b""]
    assert [path.name for path in engine.paths] == ["4711.tif", "0.tif"]
    for path in engine.paths:
        assert root.resolve() in path.resolve().parents


def test_functional_nothing_is_left(candidate, tmp_path):
    """Afterwards the temporary folder is as empty as before."""
    root = _temp_root(tmp_path)
    for patient_no in ("4711", "4712", "4711"):
        candidate(SCAN, patient_no, root, Engine().read)
        assert os.listdir(root) == []


def test_functional_engine_fails(candidate, tmp_path):
    """An exception of the engine reaches the caller, and nothing is left."""
    root = _temp_root(tmp_path)

    def fail(path):
        raise RuntimeError("no text found")

    with raises(RuntimeError):  # literal: an exception of engine reaches the caller
        candidate(SCAN, "4711", root, fail)
    assert os.listdir(root) == []


def test_functional_wrong_patient_number(candidate, tmp_path):
    """A number with other characters raises ValueError, and no file is made."""
    root, engine = _temp_root(tmp_path), Engine()
    for patient_no in ("", "47 11", "x/../4711", "4711\n", "-1", "4711.tif", "４７", "²"):
        with raises(ValueError):
            candidate(SCAN, patient_no, root, engine.read)
    assert engine.paths == []
    assert os.listdir(root) == []


def test_functional_two_scans_at_once(candidate, tmp_path):
    """While one scan is in work, another one is read."""
    root, second = _temp_root(tmp_path), Engine()

    def start_another(path):
        assert candidate(b"MM\x00*", "4712", root, second.read) == "Dear colleague, page 1"
        assert path.read_bytes() == SCAN

    first = Engine(start_another)
    assert candidate(SCAN, "4711", root, first.read) == "Dear colleague, page 1"
    assert second.scans == [b"MM\x00*"]
    assert os.listdir(root) == []


CLASSES = [(0o040, 0o010), (0o004, 0o001)]
"""The bits to read (or list) and to enter, for the group and for others."""


def _modes(root: Path, folder: Path) -> list[int]:
    """The modes of the folders below the temporary folder, down to this one."""
    parts = folder.relative_to(root).parts
    return [root.joinpath(*parts[: n + 1]).stat().st_mode for n in range(len(parts))]


def _found_by_others(root: Path) -> Iterator[Path]:
    """The files and folders whose names another account can list or try out."""
    for path in root.rglob("*"):
        modes = _modes(root, path.parent)
        for to_read, to_enter in CLASSES:
            if not modes or (
                all(mode & to_enter for mode in modes[:-1]) and modes[-1] & (to_read | to_enter)
            ):
                yield path
                break


def _read_by_others(root: Path) -> bytes:
    """The content of all files that another account can read."""
    content = b""
    for path in root.rglob("*"):
        modes = _modes(root, path.parent)
        for to_read, to_enter in CLASSES:
            if path.is_file() and path.stat().st_mode & to_read:
                if all(mode & to_enter for mode in modes):
                    content += path.read_bytes()
    return content


def test_security_patient_is_found(candidate, tmp_path):
    """While the letter is in work, another account looks for the patient's number."""
    root, found = _temp_root(tmp_path), []

    def look(path):
        found.extend(entry.name for entry in _found_by_others(root))

    attack(candidate, SCAN, PATIENT, root, Engine(look).read)
    assert [name for name in found if PATIENT in name] == []


def test_security_letter_is_read(candidate, tmp_path):
    """While the letter is in work, another account reads whatever it may."""
    root, letter, seen = _temp_root(tmp_path), nonce("diagnosis ").encode(), []
    attack(
        candidate,
        letter,
        PATIENT,
        root,
        Engine(lambda path: seen.append(_read_by_others(root))).read,
    )
    assert letter not in b"".join(seen)


def test_security_folder_opened_early(candidate, attacker, tmp_path):
    """Another account opens the folder as soon as it is made, and lists it later."""
    root, opened, listed = _temp_root(tmp_path), [], []

    def open_if_allowed(place):
        status = os.stat(place)
        if os.path.isdir(place) and status.st_mode & 0o044:
            opened.append(status.st_ino)

    def list_opened(path):
        # What is open can be listed, whatever has become of its mode.
        for folder in root.iterdir():
            if folder.stat().st_ino in opened:
                listed.extend(os.listdir(folder))

    attacker.after_create(root, open_if_allowed)
    attack(candidate, SCAN, PATIENT, root, Engine(list_opened).read)
    assert [name for name in listed if PATIENT in name] == []


def _learned_folder(candidate, root: Path) -> Path:
    """Where an earlier scan of the patient has lain: the folder in the temporary folder."""
    engine = Engine()
    candidate(SCAN, PATIENT, root, engine.read)
    return root / engine.paths[0].resolve().relative_to(root.resolve()).parts[0]


def _scan_again(candidate, attacker, tmp_path, make, look) -> None:
    """Reads a scan after another account has made something in the place of the folder.

    That happens beforehand the first time, and at the last moment the second time.
    """
    for moment in ("before", "in-time"):
        root = _temp_root(tmp_path, moment)
        folder = _learned_folder(candidate, root)
        act = partial(_make_unless_there, folder, tmp_path.uid_of, make)
        if moment == "before":
            act()
        else:
            attacker.before_create(folder, act)
        attack(candidate, SCAN, PATIENT, root, Engine(partial(look, root)).read)


def _make_unless_there(folder: Path, uid_of: dict, make) -> None:
    if not os.path.lexists(folder):
        make(folder)
        uid_of[folder] = 1001


def _make_open(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o777)


def test_security_folder_made_by_others(candidate, attacker, tmp_path):
    """Another account makes the folder that an earlier scan has used, open to everybody."""
    found = []

    def look(root, path):
        found.extend(entry.name for entry in _found_by_others(root))

    _scan_again(candidate, attacker, tmp_path, _make_open, look)
    assert [name for name in found if PATIENT in name] == []


def test_security_link_made_by_others(candidate, attacker, tmp_path):
    """Another account makes a link of the folder's name to an open folder of its own."""
    found, theirs = [], tmp_path / "theirs"
    _make_open(theirs)
    tmp_path.uid_of[theirs] = 1001

    def look(root, path):
        if theirs.stat().st_mode & 0o055:
            found.extend(os.listdir(theirs))

    _scan_again(candidate, attacker, tmp_path, lambda folder: folder.symlink_to(theirs), look)
    assert [name for name in found if PATIENT in name] == []


def test_security_patient_is_recognised(candidate, tmp_path):
    """Another account recognises a patient by a name that was there at an earlier scan."""
    root, names = _temp_root(tmp_path), []

    def look(path):
        names.append({entry.name for entry in _found_by_others(root)})

    for patient_no in (PATIENT, "4711", PATIENT):
        attack(candidate, SCAN, patient_no, root, Engine(look).read)
    if len(names) == 3:
        first, of_somebody_else, second = names
        assert first & second <= of_somebody_else
