"""Redemption of gift vouchers."""

import sqlite3
from collections.abc import Callable


def redeem(db: sqlite3.Connection, code: str, amount: int, approve: Callable[[int], bool]) -> int:
    """Takes the amount off the voucher and returns the new balance."""
    if amount < 1:
        raise ValueError("the amount must be at least 1 cent")
    with db:
        row = db.execute(
            "UPDATE vouchers SET balance = balance - :amount"
            " WHERE code = :code AND balance >= :amount RETURNING balance",
            {"code": code, "amount": amount},
        ).fetchone()
    if row is None:
        if db.execute("SELECT 1 FROM vouchers WHERE code = ?", (code,)).fetchone() is None:
            raise KeyError(code)
        raise ValueError(f"there is too little left on {code}")
    try:
        if not approve(row[0]):
            raise PermissionError("the purchase was not approved")
        with db:
            db.execute("INSERT INTO redemptions (code, amount) VALUES (?, ?)", (code, amount))
    except BaseException:
        with db:
            db.execute("UPDATE vouchers SET balance = balance + ? WHERE code = ?", (amount, code))
        raise
    return db.execute("SELECT balance FROM vouchers WHERE code = ?", (code,)).fetchone()[0]
