"""The store of a practice's patients: a new one is built under a temporary name."""

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

SCHEMA = """
CREATE TABLE patients (id INTEGER PRIMARY KEY, name TEXT NOT NULL, born TEXT);
CREATE TABLE visits (id INTEGER PRIMARY KEY,
                     patient_id INTEGER NOT NULL REFERENCES patients (id),
                     note TEXT NOT NULL);
"""


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent)
    os.close(descriptor)
    with closing(sqlite3.connect(name)) as db:
        db.executescript(SCHEMA)
    os.rename(name, path)


def open_store(path: Path) -> sqlite3.Connection:
    """Opens the store, and makes it on first use."""
    if not path.exists():
        _make(path)
    with path.open("rb") as file:
        if file.read(16) != b"SQLite format 3\0":
            raise ValueError(f"{path} holds something else")
    return sqlite3.connect(path)
