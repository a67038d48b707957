"""Bonus points of bakery customers."""

import sqlite3


def transfer_points(db: sqlite3.Connection, src: int, dst: int, points: int) -> None:
    """Move points from one customer to another. Raises ValueError if that isn't possible."""
    if points < 1 or src == dst:
        raise ValueError("there is nothing to transfer")
    try:
        for change, customer in ((-points, src), (points, dst)):
            changed = db.execute(
                "UPDATE customers SET points = points + ? WHERE id = ?", (change, customer)
            )
            if changed.rowcount != 1:
                db.rollback()
                raise ValueError("there is no such customer")
        db.commit()
    except sqlite3.Error as error:
        raise ValueError("the points of a customer are between 0 and 10,000") from error
