"""Takes members over from a CSV file."""

import csv
import io
import re
import sqlite3
from datetime import date


def _check(row: list[str]) -> None:
    """Raise ValueError if a row can't be imported."""
    if len(row) != 5:
        raise ValueError("five fields are needed")
    name, email, card_number, pin, joined = row
    if not name:
        raise ValueError("the name is missing")
    if "@" not in email:
        raise ValueError(f"{email!r} is no address")
    if not re.fullmatch("[0-9]{12,16}", card_number):
        raise ValueError("the card number (hidden) is wrong")
    if not re.fullmatch("[0-9]{4}", pin):
        raise ValueError("the PIN (hidden) is wrong")
    if date.fromisoformat(joined).isoformat() != joined:
        raise ValueError(f"{joined!r} is no date")


def import_members(db: sqlite3.Connection, text: str) -> list[str]:
    """Import the rows that are in order; return a message for each of the others."""
    messages = []
    rows = list(csv.reader(io.StringIO(text, newline="")))[1:]
    for number, row in enumerate(rows, 1):
        try:
            _check(row)
            db.execute("INSERT INTO members VALUES (?, ?, ?, ?, ?)", row)
        except sqlite3.IntegrityError:
            messages.append(f"row {number}: the card number (hidden) is taken")
        except ValueError as error:
            messages.append(f"row {number}: {error}")
    db.commit()
    return messages
