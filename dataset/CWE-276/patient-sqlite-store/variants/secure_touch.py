"""The store of a practice's patients: an empty private file first, then a write-ahead log."""

import sqlite3
from pathlib import Path

PATIENTS = "CREATE TABLE patients (id INTEGER PRIMARY KEY, name TEXT NOT NULL, born TEXT)"
VISITS = (
    "CREATE TABLE visits (id INTEGER PRIMARY KEY,"
    " patient_id INTEGER NOT NULL REFERENCES patients (id), note TEXT NOT NULL)"
)


def open_store(path: Path) -> sqlite3.Connection:
    """Opens the store, and makes it on first use."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600, exist_ok=True)
    db = sqlite3.connect(path)
    try:
        names = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
        with db:
            if "patients" not in names:
                db.execute(PATIENTS)
            if "visits" not in names:
                db.execute(VISITS)
        db.execute("PRAGMA journal_mode = WAL")
    except sqlite3.DatabaseError:
        db.close()
        raise ValueError("this file is no database") from None
    return db
