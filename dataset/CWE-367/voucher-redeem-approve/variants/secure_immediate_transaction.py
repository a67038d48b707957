"""Redemption of gift vouchers: reads again in a transaction that locks at once."""

import sqlite3
from collections.abc import Callable


def _remaining(db: sqlite3.Connection, code: str, amount: int) -> int:
    for (balance,) in db.execute("SELECT balance FROM vouchers WHERE code = ?", (code,)):
        if amount > balance:
            raise ValueError(f"there are only {balance} cents left on {code}")
        return balance - amount
    raise KeyError(code)


def redeem(db: sqlite3.Connection, code: str, amount: int, approve: Callable[[int], bool]) -> int:
    """Takes the amount off the voucher and returns the new balance."""
    if amount < 1:
        raise ValueError("the amount must be at least 1 cent")
    if not approve(_remaining(db, code, amount)):
        raise PermissionError("the purchase was not approved")
    with db:
        db.execute("BEGIN IMMEDIATE")
        remaining = _remaining(db, code, amount)
        db.execute("INSERT INTO redemptions (code, amount) VALUES (?, ?)", (code, amount))
        db.execute("UPDATE vouchers SET balance = ? WHERE code = ?", (remaining, code))
    return remaining
