"""Takes members over from a CSV file."""

import csv
import io
import re
import sqlite3
from collections.abc import Callable
from datetime import date


def _is_date(text: str) -> bool:
    """Tell whether a text is a date like 2019-04-30."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


CHECKS: dict[str, Callable[[str], object]] = {
    "name": bool,
    "email": lambda text: "@" in text,
    "card_number": re.compile("[0-9]{12,16}").fullmatch,
    "pin": re.compile("[0-9]{4}").fullmatch,
    "joined": _is_date,
}


def _problem(row: list[str]) -> str | None:
    """Return what is wrong with a row, without any of its values, or None."""
    if len(row) != len(CHECKS):
        return "it doesn't have five fields"
    for (column, check), value in zip(CHECKS.items(), row):
        if not check(value):
            return f"the field {column} can't be read"
    return None


def import_members(db: sqlite3.Connection, text: str) -> list[str]:
    """Import the rows that are in order; return a message for each of the others."""
    messages = []
    rows = list(csv.reader(io.StringIO(text, newline="")))[1:]
    for number, row in enumerate(rows, 1):
        problem = _problem(row)
        if problem is None:
            try:
                db.execute("INSERT INTO members VALUES (?, ?, ?, ?, ?)", row)
            except sqlite3.IntegrityError:
                problem = "the card number is taken"
        if problem is not None:
            messages.append(f"row {number}: {problem}")
    db.commit()
    return messages
