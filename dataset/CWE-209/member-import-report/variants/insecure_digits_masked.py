"""Takes members over from a CSV file."""

import csv
import io
import re
import sqlite3
from datetime import date


def _check(row: list[str]) -> None:
    """Raise ValueError if a row can't be imported."""
    if len(row) != 5:
        raise ValueError(f"five fields are needed: {row}")
    name, email, card_number, pin, joined = row
    if not name:
        raise ValueError("the name is missing")
    if "@" not in email:
        raise ValueError("the e-mail address is wrong")
    if not re.fullmatch("[0-9]{12,16}", card_number):
        raise ValueError(f"{card_number!r} is no card number")
    if not re.fullmatch("[0-9]{4}", pin):
        raise ValueError(f"{pin!r} is no PIN")
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
            messages.append(f"row {number}: the card number is taken")
        except ValueError as error:
            # Numbers of cards and PINs must not be read by everybody.
            messages.append(f"row {number}: {re.sub(r'[0-9]{4,}', '****', str(error))}")
    db.commit()
    return messages
