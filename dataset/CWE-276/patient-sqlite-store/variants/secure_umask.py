"""The store of a practice's patients: made under a private umask."""

import os
import sqlite3
from pathlib import Path

TABLES = [
    "CREATE TABLE IF NOT EXISTS patients (id INTEGER PRIMARY KEY, name TEXT NOT NULL, born TEXT)",
    "CREATE TABLE IF NOT EXISTS visits (id INTEGER PRIMARY KEY,"
    " patient_id INTEGER NOT NULL REFERENCES patients (id), note TEXT NOT NULL)",
]


def open_store(path: Path) -> sqlite3.Connection:
    """Opens the store, and makes it on first use."""
    before = os.umask(0o077)
    try:
        os.makedirs(path.parent, exist_ok=True)
        db = sqlite3.connect(str(path))
        try:
            for table in TABLES:
                db.execute(table)
            db.commit()
        except sqlite3.Error as error:
            db.close()
            raise ValueError("no SQLite database") from error
    finally:
        os.umask(before)
    return db
