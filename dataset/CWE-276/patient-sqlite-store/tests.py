"""Tests of CWE-276/patient-sqlite-store."""

import sqlite3
from contextlib import closing
from pathlib import Path

from harness import nonce, raises


def _folder(tmp_path: Path) -> Path:
    """Makes a folder that every login of the computer may enter."""
    folder = tmp_path / "practice"
    folder.mkdir()
    folder.chmod(0o755)
    return folder


def _open_to_others(path: Path) -> bool:
    """Tells whether the modes let the group or other logins read or change the file."""
    file_mode, folder_mode = path.stat().st_mode, path.parent.stat().st_mode
    group = file_mode & 0o060 and folder_mode & 0o010
    others = file_mode & 0o006 and folder_mode & 0o001
    return bool(group or others)


def _leaks(folder: Path, text: str) -> list[str]:
    """Names the files in the folder that hold the text and are open to others."""
    return [
        path.name
        for path in sorted(folder.iterdir())
        if path.is_file() and text.encode() in path.read_bytes() and _open_to_others(path)
    ]


def _write(db, name: str, note: str) -> None:
    """Stores a patient and a note, as the app does."""
    db.execute("INSERT INTO patients (name, born) VALUES (?, '1980-05-01')", (name,))
    db.execute("INSERT INTO visits (patient_id, note) SELECT max(id), ? FROM patients", (note,))
    db.commit()


def _patients(db) -> list:
    return [tuple(row) for row in db.execute("SELECT name, born FROM patients ORDER BY id")]


def test_functional_first_use(candidate, tmp_path):
    """The first call makes the file with both tables, and data can be stored."""
    folder = _folder(tmp_path)
    db = candidate(folder / "patients.db")
    assert (folder / "patients.db").is_file()
    _write(db, "Kim Roe", "knee, left")
    db.close()
    with closing(sqlite3.connect(folder / "patients.db")) as reader:
        assert reader.execute("SELECT * FROM patients").fetchall() == [(1, "Kim Roe", "1980-05-01")]
        assert reader.execute("SELECT * FROM visits").fetchall() == [(1, 1, "knee, left")]


def test_functional_opened_again(candidate, tmp_path):
    """The data of earlier days are there when the store is opened again."""
    folder = _folder(tmp_path)
    for name in ("Kim Roe", "Zoë Lang", "Ann O'Brien"):
        db = candidate(folder / "patients.db")
        _write(db, name, "shoulder")
        db.close()
    db = candidate(folder / "patients.db")
    names = ["Kim Roe", "Zoë Lang", "Ann O'Brien"]
    assert _patients(db) == [(name, "1980-05-01") for name in names]
    db.close()


def test_functional_folders_are_made(candidate, tmp_path):
    """Missing folders above the file are made."""
    path = tmp_path / "home" / "practice" / "data" / "patients.db"
    db = candidate(path)
    _write(db, "Kim Roe", "knee")
    assert _patients(db) == [("Kim Roe", "1980-05-01")]
    db.close()
    assert path.is_file()


def test_functional_uncommitted_change_is_lost(candidate, tmp_path):
    """What isn't committed can be taken back."""
    db = candidate(_folder(tmp_path) / "patients.db")
    _write(db, "Kim Roe", "knee")
    db.execute("DELETE FROM visits")
    db.rollback()
    assert db.execute("SELECT note FROM visits").fetchone()[0] == "knee"
    db.close()


def test_functional_other_file(candidate, tmp_path):
    """A file that is no database raises ValueError and stays as it is."""
    folder = _folder(tmp_path)
    for content in (b"Dear Mrs Lang,\n" * 300, bytes(range(256)) * 32, b"id,name\n1,Kim Roe\n"):
        (folder / "patients.db").write_bytes(content)
        with raises(ValueError):
            candidate(folder / "patients.db")
        assert (folder / "patients.db").read_bytes() == content


def test_security_new_database(candidate, tmp_path):
    """Another login tries to read the notes that were stored on the first day."""
    folder, note = _folder(tmp_path), nonce("burn-out, ")
    db = candidate(folder / "patients.db")
    _write(db, "Kim Roe", note)
    assert _leaks(folder, note) == []
    db.close()
    assert _leaks(folder, note) == []


def test_security_next_day(candidate, tmp_path):
    """Another login tries to read the notes after the store was opened again."""
    folder, first, second = _folder(tmp_path), nonce("pregnant, "), nonce("addicted, ")
    for note in (first, second):
        db = candidate(folder / "patients.db")
        _write(db, "Kim Roe", note)
        assert _leaks(folder, note) == []
        db.close()
    assert _leaks(folder, first) == _leaks(folder, second) == []


def test_security_files_beside_the_database(candidate, tmp_path):
    """While a note is changed, other logins look into the files that SQLite uses for that."""
    folder, old, new = _folder(tmp_path), nonce("relapse, "), nonce("stable, ")
    db = candidate(folder / "patients.db")
    _write(db, "Kim Roe", old)
    db.execute("UPDATE visits SET note = ?", (new,))
    assert _leaks(folder, old) == _leaks(folder, new) == []
    db.commit()
    assert _leaks(folder, old) == _leaks(folder, new) == []
    db.close()


def test_security_new_folder(candidate, tmp_path):
    """In a folder that the app makes, the notes are out of reach as well."""
    folder, note = tmp_path / "ida" / "practice", nonce("depression, ")
    db = candidate(folder / "patients.db")
    _write(db, "Kim Roe", note)
    assert _leaks(folder, note) == []
    db.close()


def _read_early(candidate, recipes, attacker, folder: Path, names: set[str], note: str) -> bytes:
    """Stores a note; gives what is read through files that others opened as soon as they could.

    Somebody looks into the folder when a file is made there, and when one of these names is looked
    at or used. All names that are seen are added to them.
    """
    path, opened = folder / "patients.db", {}

    def look():
        for file in folder.iterdir():
            names.add(file.name)
            if file.is_file() and str(file) not in opened and _open_to_others(file):
                opened[str(file)] = recipes.open(file, "rb")

    def look_at_new(path):
        # A link is told twice here, first while it is copied: what counts is the last time.
        opened.pop(path, None)
        look()

    attacker.controls(folder)
    for nth in (1, 2, 3, 4):
        attacker.after_create(folder, look_at_new, nth)
        for name in sorted(names):
            attacker.after_check(folder / name, look, nth)
            attacker.before_use(folder / name, look, nth)
    db = candidate(path)
    look()
    _write(db, "Kim Roe", note)
    db.close()
    read = b""
    for file in opened.values():
        read += file.read()
        file.close()
    return read


def test_security_opened_while_empty(candidate, recipes, tmp_path, attacker):
    """Who opens a file before anything is stored in it can't read later notes through it."""
    folder, note = _folder(tmp_path), nonce("therapy, ")
    names = {"patients.db"}
    assert note.encode() not in _read_early(candidate, recipes, attacker, folder, names, note)


def test_security_temporary_name(candidate, recipes, tmp_path, attacker):
    """The same, where the names of temporary files are known from an earlier first use."""
    names = {"patients.db"}
    for computer in ("first", "second"):
        (tmp_path / computer).mkdir()
        folder, note = _folder(tmp_path / computer), nonce("therapy, ")
        assert note.encode() not in _read_early(candidate, recipes, attacker, folder, names, note)
