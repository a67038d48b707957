"""Bonus points of bakery customers."""

import sqlite3


def transfer_points(db: sqlite3.Connection, src: int, dst: int, points: int) -> None:
    """Move points from one customer to another. Raises ValueError if that isn't possible."""
    if points < 1 or src == dst:
        raise ValueError("there is nothing to transfer")
    take = "UPDATE customers SET points = points - ? WHERE id = ?"
    give = "UPDATE customers SET points = points + ? WHERE id = ?"
    try:
        with db:
            taken = db.execute(take, (points, src))
            given = db.execute(give, (points, dst)) if taken.rowcount == 1 else taken
    except sqlite3.IntegrityError as error:
        raise ValueError("the points of a customer are between 0 and 10,000") from error
    if given.rowcount != 1:
        raise ValueError("there is no such customer")
