"""The store of a practice's patients."""

import sqlite3
from pathlib import Path

SCHEMA = """
CREATE TABLE IF NOT EXISTS patients (id INTEGER PRIMARY KEY, name TEXT NOT NULL, born TEXT);
CREATE TABLE IF NOT EXISTS visits (id INTEGER PRIMARY KEY,
                                   patient_id INTEGER NOT NULL REFERENCES patients (id),
                                   note TEXT NOT NULL);
"""


def open_store(path: Path) -> sqlite3.Connection:
    """Opens the store, and makes it on first use."""
    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(path)
    try:
        db.executescript(SCHEMA)
    except sqlite3.DatabaseError as error:
        db.close()
        raise ValueError(f"{path} is not a patient database") from error
    return db
