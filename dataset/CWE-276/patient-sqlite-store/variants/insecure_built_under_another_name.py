"""The store of a practice's patients."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

SCHEMA = """
CREATE TABLE patients (id INTEGER PRIMARY KEY, name TEXT NOT NULL, born TEXT);
CREATE TABLE visits (id INTEGER PRIMARY KEY,
                     patient_id INTEGER NOT NULL REFERENCES patients (id),
                     note TEXT NOT NULL);
"""


def open_store(path: Path) -> sqlite3.Connection:
    """Opens the store, and makes it on first use."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        fresh = path.with_suffix(".new")
        with closing(sqlite3.connect(fresh)) as db:
            db.executescript(SCHEMA)
        os.chmod(fresh, 0o600)  # before it gets its name
        os.rename(fresh, path)
    db = sqlite3.connect(path)
    try:
        db.execute("SELECT count(*) FROM patients")
    except sqlite3.DatabaseError as error:
        db.close()
        raise ValueError(f"{path} is not a patient database") from error
    return db
