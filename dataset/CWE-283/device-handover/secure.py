"""Handing over e-bikes."""

import sqlite3


def _require(db: sqlite3.Connection, table: str, column: str, value: str) -> None:
    if db.execute(f"SELECT 1 FROM {table} WHERE {column} = ?", (value,)).fetchone() is None:
        raise KeyError(value)


def hand_over(db: sqlite3.Connection, serial: str, giver: str, receiver: str) -> dict:
    """Makes the receiver the owner of the giver's bike.

    The change itself has the condition that the bike belongs to the giver.
    """
    if giver == receiver:
        raise ValueError("a bike can't be handed over to its giver")
    _require(db, "users", "name", giver)
    _require(db, "users", "name", receiver)
    _require(db, "bikes", "serial", serial)
    with db:
        changed = db.execute(
            "UPDATE bikes SET owner = ? WHERE serial = ? AND owner = ?", (receiver, serial, giver)
        ).rowcount
        if changed != 1:
            raise PermissionError(f"{serial} doesn't belong to {giver}")
        db.execute(
            "INSERT INTO transfers (serial, giver, receiver) VALUES (?, ?, ?)",
            (serial, giver, receiver),
        )
    row = db.execute("SELECT serial, owner, locked FROM bikes WHERE serial = ?", (serial,))
    return dict(zip(("serial", "owner", "locked"), row.fetchone()))
