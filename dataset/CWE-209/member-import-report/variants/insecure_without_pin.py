"""Takes members over from a CSV file."""

import csv
import io
import re
import sqlite3
from datetime import date


def _is_in_order(row: list[str]) -> bool:
    """Tell whether a row can be imported."""
    if len(row) != 5 or not row[0] or "@" not in row[1]:
        return False
    if not re.fullmatch("[0-9]{12,16}", row[2]) or not re.fullmatch("[0-9]{4}", row[3]):
        return False
    try:
        return date.fromisoformat(row[4]).isoformat() == row[4]
    except ValueError:
        return False


def import_members(db: sqlite3.Connection, text: str) -> list[str]:
    """Import the rows that are in order; return a message for each of the others."""
    messages = []
    rows = list(csv.reader(io.StringIO(text, newline="")))[1:]
    for number, row in enumerate(rows, 1):
        shown = ", ".join(row[:3] + row[4:])
        if not _is_in_order(row):
            messages.append(f"row {number}: can't be imported ({shown})")
            continue
        try:
            db.execute("INSERT INTO members VALUES (?, ?, ?, ?, ?)", row)
        except sqlite3.IntegrityError:
            messages.append(f"row {number}: is there already ({shown})")
    db.commit()
    return messages
