"""Bonus points of bakery customers."""

import sqlite3

LIMIT = 10_000


def _points(db: sqlite3.Connection, customer: int) -> int:
    row = db.execute("SELECT points FROM customers WHERE id = ?", (customer,)).fetchone()
    if row is None:
        raise ValueError(f"there is no customer {customer}")
    return row[0]


def transfer_points(db: sqlite3.Connection, src: int, dst: int, points: int) -> None:
    """Move points from one customer to another. Raises ValueError if that isn't possible."""
    if points < 1 or src == dst:
        raise ValueError("there is nothing to transfer")
    if _points(db, src) < points or _points(db, dst) + points > LIMIT:
        raise ValueError("the points of a customer are between 0 and 10,000")
    # All is checked, so nothing can go wrong any more.
    db.execute("UPDATE customers SET points = points - ? WHERE id = ?", (points, src))
    db.commit()
    db.execute("UPDATE customers SET points = points + ? WHERE id = ?", (points, dst))
    db.commit()
