"""Takes members over from a CSV file."""

import csv
import io
import re
import sqlite3
from datetime import date


def _problem(row: list[str]) -> str | None:
    """Return what is wrong with a row, or None."""
    if len(row) != 5:
        return "five fields are needed"
    name, email, card_number, pin, joined = row
    if not name or "@" not in email:
        return "the name or the e-mail address is wrong"
    if not re.fullmatch("[0-9]{12,16}", card_number) or not re.fullmatch("[0-9]{4}", pin):
        return "the card number or the PIN is wrong"
    try:
        return None if date.fromisoformat(joined).isoformat() == joined else "the date is wrong"
    except ValueError:
        return "the date is wrong"


def import_members(db: sqlite3.Connection, text: str) -> list[str]:
    """Import the rows that are in order; return a message for each of the others."""
    messages = []
    rows = list(csv.reader(io.StringIO(text, newline="")))[1:]
    for number, row in enumerate(rows, 1):
        problem = _problem(row)
        if problem is None:
            sql = "SELECT name, email FROM members WHERE card_number = ?"
            owner = db.execute(sql, (row[2],)).fetchone()
            if owner is not None:
                problem = f"the card belongs to {owner[0]} ({owner[1]})"
        if problem is None:
            db.execute("INSERT INTO members VALUES (?, ?, ?, ?, ?)", row)
        else:
            messages.append(f"row {number}: {problem}")
    db.commit()
    return messages
