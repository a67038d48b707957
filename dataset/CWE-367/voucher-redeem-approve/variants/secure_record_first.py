"""Redemption of gift vouchers: the record is made only if there is enough, then the change."""

import sqlite3
from collections.abc import Callable


def redeem(db: sqlite3.Connection, code: str, amount: int, approve: Callable[[int], bool]) -> int:
    """Takes the amount off the voucher and returns the new balance."""
    if amount < 1:
        raise ValueError("the amount must be at least 1 cent")
    found = db.execute("SELECT balance FROM vouchers WHERE code = ?", (code,)).fetchall()
    if not found:
        raise KeyError(code)
    remaining = found[0][0] - amount
    if remaining < 0:
        raise ValueError(f"{code} is short of {-remaining} cents")
    if not approve(remaining):
        raise PermissionError("the purchase was not approved")
    with db:
        recorded = db.execute(
            "INSERT INTO redemptions (code, amount)"
            " SELECT code, :amount FROM vouchers WHERE code = :code AND balance >= :amount",
            {"code": code, "amount": amount},
        )
        if recorded.rowcount == 0:
            raise ValueError(f"{code} has been used at another desk, and too little is left")
        row = db.execute(
            "UPDATE vouchers SET balance = balance - ? WHERE code = ? RETURNING balance",
            (amount, code),
        ).fetchone()
    return row[0]
