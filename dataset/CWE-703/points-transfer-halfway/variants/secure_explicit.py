"""Bonus points of bakery customers: the balances are read and written in a transaction."""

import sqlite3

LIMIT = 10_000


def _move(db: sqlite3.Connection, src: int, dst: int, points: int) -> None:
    """Change both balances; the transaction is the caller's business."""
    balances = {}
    for customer in (src, dst):
        row = db.execute("SELECT points FROM customers WHERE id = ?", [customer]).fetchone()
        if row is None:
            raise ValueError(f"customer {customer} doesn't exist")
        balances[customer] = row[0]
    if len(balances) != 2 or points < 1:
        raise ValueError("no transfer")
    balances[src] -= points
    balances[dst] += points
    if balances[src] < 0 or balances[dst] > LIMIT:
        raise ValueError("too few or too many points")
    rows = [(balance, customer) for customer, balance in balances.items()]
    db.executemany("UPDATE customers SET points = ? WHERE id = ?", rows)


def transfer_points(db: sqlite3.Connection, src: int, dst: int, points: int) -> None:
    """Move points from one customer to another. Raises ValueError if that isn't possible."""
    db.execute("BEGIN IMMEDIATE")
    try:
        _move(db, src, dst, points)
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
