"""Redemption of gift vouchers."""

import sqlite3
from collections.abc import Callable


def _balance(db: sqlite3.Connection, code: str) -> int:
    row = db.execute("SELECT balance FROM vouchers WHERE code = ?", (code,)).fetchone()
    if row is None:
        raise KeyError(code)
    return row[0]


def redeem(db: sqlite3.Connection, code: str, amount: int, approve: Callable[[int], bool]) -> int:
    """Takes the amount off the voucher and returns the new balance.

    The balance may change while the desk approves, so the change itself has the condition that
    there is enough left; it and the record are one transaction.
    """
    if amount < 1:
        raise ValueError("the amount must be at least 1 cent")
    balance = _balance(db, code)
    if balance < amount:
        raise ValueError(f"there are only {balance} cents left on {code}")
    if not approve(balance - amount):
        raise PermissionError("the purchase was not approved")
    with db:
        changed = db.execute(
            "UPDATE vouchers SET balance = balance - ? WHERE code = ? AND balance >= ?",
            (amount, code, amount),
        ).rowcount
        if changed != 1:
            raise ValueError(f"{code} has been used at another desk, and too little is left")
        db.execute("INSERT INTO redemptions (code, amount) VALUES (?, ?)", (code, amount))
        return _balance(db, code)
