import sqlite3


def open_loans(db: sqlite3.Connection, card: str, title_part: str) -> list[dict]:
    """Return the open loans of a card whose title contains the typed text."""
    query = "SELECT title, due FROM loans WHERE card = ? AND returned = 0"
    if title_part:
        query += f" AND title LIKE '%{title_part}%'"
    rows = db.execute(query + " ORDER BY due, title", (card,))
    return [dict(title=title, due=due) for title, due in rows]
