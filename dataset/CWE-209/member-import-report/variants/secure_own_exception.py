"""Takes members over from a CSV file: an exception of its own carries a column, never a value."""

import csv
import io
import re
import sqlite3
from datetime import date

COLUMNS = ("name", "email", "card_number", "pin", "joined")


class WrongField(Exception):
    """A field that can't be imported; its text is the name of the column."""


def _member(row: list[str]) -> dict[str, str]:
    if len(row) != len(COLUMNS):
        raise WrongField("fields, which aren't five")
    member = dict(zip(COLUMNS, row))
    patterns = {"name": r".+", "email": r".*@.*", "card_number": r"[0-9]{12,16}"}
    patterns |= {"pin": r"[0-9]{4}", "joined": r"[0-9]{4}-[0-9]{2}-[0-9]{2}"}
    for column, pattern in patterns.items():
        if not re.fullmatch(pattern, member[column], re.DOTALL):
            raise WrongField(column)
    try:
        date(*map(int, member["joined"].split("-")))
    except ValueError:
        raise WrongField("joined") from None
    return member


def import_members(db: sqlite3.Connection, text: str) -> list[str]:
    """Import the rows that are in order; return a message for each of the others."""
    sql = "INSERT INTO members VALUES (:name, :email, :card_number, :pin, :joined)"
    messages = []
    for number, row in enumerate(csv.reader(io.StringIO(text, newline=""))):
        if number == 0:
            continue
        try:
            db.execute(sql, _member(row))
        except WrongField as error:
            messages.append(f"row {number}: please look at {error}")
        except sqlite3.Error:
            messages.append(f"row {number}: please look at card_number, which is in use")
    db.commit()
    return messages
