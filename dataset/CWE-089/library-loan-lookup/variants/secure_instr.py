import sqlite3

QUERY = """
    SELECT title, due
    FROM loans
    WHERE card = :card
      AND NOT returned
      AND instr(title, :part) > 0
    ORDER BY due, title
"""


def open_loans(db: sqlite3.Connection, card: str, title_part: str) -> list[dict]:
    """Return the open loans of a card; both texts are named parameters."""
    cursor = db.execute(QUERY, {"card": card, "part": title_part})
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor]
