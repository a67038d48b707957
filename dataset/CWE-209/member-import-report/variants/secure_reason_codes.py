"""Takes members over from a CSV file: reasons are codes, and only they become texts."""

from __future__ import annotations

import csv
import io
import re
import sqlite3
from datetime import datetime
from enum import Enum


class Reason(Enum):
    """Why a row isn't imported."""

    FIELDS = "the number of fields isn't five"
    NAME = "there is no name"
    EMAIL = "the e-mail address has no @"
    CARD = "the card number doesn't have 12 to 16 digits"
    PIN = "the PIN doesn't have four digits"
    DATE = "the date doesn't exist"
    TAKEN = "another member has this card number"
    UNREADABLE = "it can't be read"


def _reason(db: sqlite3.Connection, row: list[str]) -> Reason | None:
    """Insert a row, or return why not."""
    match row:
        case [name, email, card, pin, joined]:
            pass
        case _:
            return Reason.FIELDS
    if name == "":
        return Reason.NAME
    if email.count("@") == 0:
        return Reason.EMAIL
    if not (12 <= len(card) <= 16 and card.isascii() and card.isdigit()):
        return Reason.CARD
    if re.fullmatch(r"\d{4}", pin, re.ASCII) is None:
        return Reason.PIN
    try:
        if datetime.strptime(joined, "%Y-%m-%d").strftime("%Y-%m-%d") != joined.zfill(10):
            return Reason.DATE
    except ValueError:
        return Reason.DATE
    if len(joined) != 10:
        return Reason.DATE
    taken = db.execute("SELECT COUNT(*) FROM members WHERE card_number = ?", [card])
    if taken.fetchone() != (0,):
        return Reason.TAKEN
    db.execute("INSERT INTO members VALUES (?, ?, ?, ?, ?)", row)
    return None


def import_members(db: sqlite3.Connection, text: str) -> list[str]:
    """Import the rows that are in order; return a message for each of the others."""
    messages: list[str] = []
    reader = csv.reader(io.StringIO(text, newline=""))
    next(reader, None)
    with db:
        for number, row in enumerate(reader, start=1):
            try:
                reason = _reason(db, row)
            except Exception:
                reason = Reason.UNREADABLE
            if reason is not None:
                messages.append(f"row {number}: {reason.value}")
    return messages
