"""Redemption of gift vouchers: the change applies only to the balance that was approved."""

import sqlite3
from collections.abc import Callable


def redeem(db: sqlite3.Connection, code: str, amount: int, approve: Callable[[int], bool]) -> int:
    """Takes the amount off the voucher and returns the new balance."""
    if amount <= 0:
        raise ValueError("the amount must be at least 1 cent")
    row = db.execute("SELECT balance FROM vouchers WHERE code = ?", (code,)).fetchone()
    if row is None:
        raise KeyError(code)
    (seen,) = row
    remaining = seen - amount
    if remaining < 0:
        raise ValueError(f"there are only {seen} cents left on {code}")
    if approve(remaining) is not True:
        raise PermissionError("the purchase was not approved")
    try:
        swapped = db.execute(
            "UPDATE vouchers SET balance = ? WHERE code = ? AND balance = ?",
            (remaining, code, seen),
        )
        if swapped.rowcount == 0:
            raise RuntimeError(f"{code} was used at another desk, please try again")
        db.execute("INSERT INTO redemptions (code, amount) VALUES (?, ?)", (code, amount))
        db.commit()
    except BaseException:
        db.rollback()
        raise
    return remaining
