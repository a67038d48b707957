import sqlite3


def open_loans(db: sqlite3.Connection, card: str, title_part: str) -> list[dict]:
    """Return the open loans of a card whose title contains the typed text."""
    rows = db.execute(
        "SELECT title, due FROM loans WHERE card = ? AND returned = 0 "
        "AND title LIKE '%' || ? || '%' ORDER BY due, title",
        (card, title_part),
    )
    return [{"title": title, "due": due} for title, due in rows]
