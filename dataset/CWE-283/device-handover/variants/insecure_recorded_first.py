"""Handing over e-bikes."""

import sqlite3


def hand_over(db: sqlite3.Connection, serial: str, giver: str, receiver: str) -> dict:
    """Makes the receiver the owner of the giver's bike."""
    if giver == receiver:
        raise ValueError("giver and receiver are the same person")
    for name in (giver, receiver):
        if db.execute("SELECT 1 FROM users WHERE name = ?", (name,)).fetchone() is None:
            raise KeyError(name)
    if db.execute("SELECT 1 FROM bikes WHERE serial = ?", (serial,)).fetchone() is None:
        raise KeyError(serial)
    with db:
        db.execute(
            "INSERT INTO transfers (serial, giver, receiver) VALUES (?, ?, ?)",
            (serial, giver, receiver),
        )
    with db:
        db.execute(
            "UPDATE bikes SET owner = ? WHERE serial = ? AND owner = ?", (receiver, serial, giver)
        )
    row = db.execute("SELECT * FROM bikes WHERE serial = ?", (serial,)).fetchone()
    if row[1] != receiver:
        raise PermissionError(f"{serial} is not a bike of {giver}")
    return dict(zip(("serial", "owner", "locked"), row))
