"""Handing over e-bikes."""

import sqlite3

OWNERS = "SELECT owner FROM bikes WHERE serial = :serial"
RECEIVERS = "SELECT receiver FROM transfers WHERE serial = :serial"
GIVERS = "SELECT giver FROM transfers WHERE serial = :serial"


def hand_over(db: sqlite3.Connection, serial: str, giver: str, receiver: str) -> dict:
    """Makes the receiver the owner of the giver's bike."""
    if giver == receiver:
        raise ValueError("giver and receiver are the same person")
    for name in (giver, receiver):
        if db.execute("SELECT 1 FROM users WHERE name = ?", (name,)).fetchone() is None:
            raise KeyError(name)
    values = {"serial": serial, "giver": giver, "receiver": receiver}
    if db.execute("SELECT 1 FROM bikes WHERE serial = :serial", values).fetchone() is None:
        raise KeyError(serial)
    owners = db.execute(f"{OWNERS} UNION {RECEIVERS} UNION {GIVERS}", values).fetchall()
    if (giver,) not in owners:
        raise PermissionError(f"{giver} has never owned {serial}")
    with db:
        db.execute(
            "INSERT INTO transfers (serial, giver, receiver) VALUES (:serial, :giver, :receiver)",
            values,
        )
        db.execute("UPDATE bikes SET owner = :receiver WHERE serial = :serial", values)
    row = db.execute("SELECT * FROM bikes WHERE serial = :serial", values).fetchone()
    return dict(zip(("serial", "owner", "locked"), row))
