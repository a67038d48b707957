"""Bonus points of bakery customers."""

import sqlite3


def transfer_points(db: sqlite3.Connection, src: int, dst: int, points: int) -> None:
    """Move points from one customer to another. Raises ValueError if that isn't possible."""
    if points < 1 or src == dst:
        raise ValueError("there is nothing to transfer")
    sql = "UPDATE customers SET points = points + ? WHERE id = ?"
    try:
        # Leaving the block by an exception undoes both changes.
        with db:
            for change, customer in ((-points, src), (points, dst)):
                if db.execute(sql, (change, customer)).rowcount != 1:
                    raise ValueError(f"there is no customer {customer}")
    except sqlite3.IntegrityError as error:
        raise ValueError("the points of a customer are between 0 and 10,000") from error
