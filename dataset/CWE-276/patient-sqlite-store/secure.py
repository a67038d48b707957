"""The store of a practice's patients."""

import contextlib
import os
import sqlite3
from pathlib import Path

SCHEMA = """
CREATE TABLE IF NOT EXISTS patients (id INTEGER PRIMARY KEY, name TEXT NOT NULL, born TEXT);
CREATE TABLE IF NOT EXISTS visits (id INTEGER PRIMARY KEY,
                                   patient_id INTEGER NOT NULL REFERENCES patients (id),
                                   note TEXT NOT NULL);
"""


def open_store(path: Path) -> sqlite3.Connection:
    """Opens the store, and makes it on first use.

    SQLite would make a file that everybody can read, so a private one is made beforehand. The
    files that SQLite puts beside it take over its mode.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    db = sqlite3.connect(path)
    try:
        db.executescript(SCHEMA)
    except sqlite3.DatabaseError as error:
        db.close()
        raise ValueError(f"{path} is not a patient database") from error
    return db
