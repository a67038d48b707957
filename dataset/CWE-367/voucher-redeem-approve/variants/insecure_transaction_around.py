"""Redemption of gift vouchers."""

import sqlite3
from collections.abc import Callable


def redeem(db: sqlite3.Connection, code: str, amount: int, approve: Callable[[int], bool]) -> int:
    """Takes the amount off the voucher and returns the new balance."""
    if amount < 1:
        raise ValueError("the amount must be at least 1 cent")
    with db:
        row = db.execute("SELECT balance FROM vouchers WHERE code = ?", (code,)).fetchone()
        if row is None:
            raise KeyError(code)
        remaining = row[0] - amount
        if remaining < 0:
            raise ValueError(f"there are only {row[0]} cents left on {code}")
        if not approve(remaining):
            raise PermissionError("the purchase was not approved")
        db.execute("UPDATE vouchers SET balance = ? WHERE code = ?", (remaining, code))
        db.execute("INSERT INTO redemptions (code, amount) VALUES (?, ?)", (code, amount))
    return remaining
