"""Bonus points of bakery customers: both rows are changed by one statement."""

import sqlite3

TRANSFER = """
    UPDATE customers SET points = points + CASE id WHEN :src THEN -:points ELSE :points END
    WHERE id IN (:src, :dst)
"""


def transfer_points(db: sqlite3.Connection, src: int, dst: int, points: int) -> None:
    """Move points from one customer to another. Raises ValueError if that isn't possible."""
    if points <= 0:
        raise ValueError("at least one point is transferred")
    done = False
    try:
        changed = db.execute(TRANSFER, {"src": src, "dst": dst, "points": points})
        done = changed.rowcount == 2
    except sqlite3.Error as error:
        raise ValueError("the transfer isn't possible") from error
    finally:
        if done:
            db.commit()
        else:
            db.rollback()
    if not done:
        raise ValueError("two customers are needed")
