import sqlite3


def open_loans(db: sqlite3.Connection, card: str, title_part: str) -> list[dict]:
    """Return the open loans of a card whose title contains the typed text."""
    # Double quotes, so that an apostrophe does no harm.
    rows = db.execute(
        f'SELECT title, due FROM loans WHERE card = "{card}" AND returned = 0 '
        f'AND title LIKE "%{title_part}%" ORDER BY due, title'
    )
    return [{"title": title, "due": due} for title, due in rows]
