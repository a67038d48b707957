"""Handing over e-bikes."""

import sqlite3


def _exists(db: sqlite3.Connection, name: str) -> bool:
    return db.execute("SELECT 1 FROM users WHERE name = ?", (name,)).fetchone() is not None


def hand_over(db: sqlite3.Connection, serial: str, giver: str, receiver: str) -> dict:
    """Makes the receiver the owner of the giver's bike."""
    if giver == receiver:
        raise ValueError("giver and receiver are the same person")
    for name in (giver, receiver):
        if not _exists(db, name):
            raise KeyError(name)
    bike = db.execute("SELECT locked FROM bikes WHERE serial = ?", (serial,)).fetchone()
    if bike is None:
        raise KeyError(serial)
    with db:
        db.execute(
            "INSERT INTO transfers (serial, giver, receiver) VALUES (?, ?, ?)",
            (serial, giver, receiver),
        )
        db.execute("UPDATE bikes SET owner = ? WHERE serial = ?", (receiver, serial))
    return {"serial": serial, "owner": receiver, "locked": bike[0]}
