import sqlite3


def open_loans(db: sqlite3.Connection, card: str, title_part: str) -> list[dict]:
    """Return the open loans of a card whose title contains the typed text."""
    title_part = title_part.replace("'", "''")
    query = (
        "SELECT title, due FROM loans "
        f"WHERE card = '{card}' AND returned = 0 AND title LIKE '%{title_part}%' "
        "ORDER BY due, title"
    )
    result = []
    for row in db.execute(query).fetchall():
        result.append({"title": row[0], "due": row[1]})
    return result
