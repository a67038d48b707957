"""Handing over e-bikes."""

import sqlite3
from unicodedata import normalize


def _tidy(name: str | None) -> str | None:
    return None if name is None else normalize("NFKC", name).strip()


def hand_over(db: sqlite3.Connection, serial: str, giver: str, receiver: str) -> dict:
    """Makes the receiver the owner of the giver's bike."""
    if giver == receiver:
        raise ValueError("giver and receiver are the same person")
    for name in (giver, receiver):
        if db.execute("SELECT 1 FROM users WHERE name = ?", (name,)).fetchone() is None:
            raise KeyError(name)
    bike = db.execute("SELECT owner, locked FROM bikes WHERE serial = ?", (serial,)).fetchone()
    if bike is None:
        raise KeyError(serial)
    owner, locked = bike
    if _tidy(owner) != _tidy(giver):
        raise PermissionError(f"{serial} belongs to someone else")
    with db:
        db.execute(
            "INSERT INTO transfers (serial, giver, receiver) VALUES (?, ?, ?)",
            (serial, giver, receiver),
        )
        db.execute("UPDATE bikes SET owner = ? WHERE serial = ?", (receiver, serial))
    return {"serial": serial, "owner": receiver, "locked": locked}
