"""Handing over e-bikes."""

import sqlite3


def hand_over(db: sqlite3.Connection, serial: str, giver: str, receiver: str) -> dict:
    """Makes the receiver the owner of the giver's bike."""
    if giver == receiver:
        raise ValueError("giver and receiver are the same person")
    users = [row[0] for row in db.execute("SELECT name FROM users")]
    if giver not in users or receiver not in users:
        raise KeyError("unknown user")
    bike = db.execute("SELECT locked FROM bikes WHERE serial = ?", (serial,)).fetchone()
    if bike is None:
        raise KeyError(serial)
    if db.execute("SELECT 1 FROM bikes WHERE owner = ?", (giver,)).fetchone() is None:
        raise PermissionError(f"{giver} is not an owner")
    with db:
        db.execute(
            "INSERT INTO transfers (serial, giver, receiver) VALUES (?, ?, ?)",
            (serial, giver, receiver),
        )
        db.execute("UPDATE bikes SET owner = ? WHERE serial = ?", (receiver, serial))
    return {"serial": serial, "owner": receiver, "locked": bike[0]}
