"""Handing over e-bikes: reads the owner and compares it, in one transaction."""

import sqlite3


def hand_over(db: sqlite3.Connection, serial: str, giver: str, receiver: str) -> dict:
    """Makes the receiver the owner of the giver's bike."""
    names = {name for (name,) in db.execute("SELECT name FROM users")}
    for name in (giver, receiver):
        if name not in names:
            raise KeyError(f"no user {name}")
    if receiver == giver:
        raise ValueError(f"{giver} has the bike already")
    db.execute("BEGIN IMMEDIATE")
    try:
        bike = db.execute("SELECT owner, locked FROM bikes WHERE serial = ?", (serial,)).fetchone()
        if bike is None:
            raise KeyError(f"no bike {serial}")
        owner, locked = bike
        if owner is None or owner != giver:
            raise PermissionError("only its owner can hand a bike over")
        db.execute("INSERT INTO transfers VALUES (NULL, ?, ?, ?)", (serial, owner, receiver))
        db.execute("UPDATE bikes SET owner = ? WHERE serial = ?", (receiver, serial))
        db.commit()
    except BaseException:
        db.rollback()
        raise
    return {"serial": serial, "owner": receiver, "locked": locked}
