import sqlite3
from operator import itemgetter


def open_loans(db: sqlite3.Connection, card: str, title_part: str) -> list[dict]:
    """Fetch the loans of the card, then search and sort them here."""
    loans = db.execute("SELECT title, due, returned FROM loans WHERE card = ?", [card]).fetchall()
    wanted = title_part.casefold()
    found = [
        {"title": title, "due": due}
        for title, due, returned in loans
        if returned == 0 and wanted in title.casefold()
    ]
    return sorted(found, key=itemgetter("due", "title"))
