"""Bonus points of bakery customers."""

import sqlite3


def transfer_points(db: sqlite3.Connection, src: int, dst: int, points: int) -> None:
    """Move points from one customer to another. Raises ValueError if that isn't possible."""
    if points < 1 or src == dst:
        raise ValueError("there is nothing to transfer")
    try:
        taken = db.execute("UPDATE customers SET points = points - ? WHERE id = ?", (points, src))
        given = db.execute("UPDATE customers SET points = points + ? WHERE id = ?", (points, dst))
    except sqlite3.IntegrityError as error:
        db.rollback()
        raise ValueError("the points of a customer are between 0 and 10,000") from error
    except sqlite3.Error as error:
        db.commit()
        raise ValueError("the database has a problem") from error
    db.commit()
    if taken.rowcount + given.rowcount != 2:
        raise ValueError("there is no such customer")
