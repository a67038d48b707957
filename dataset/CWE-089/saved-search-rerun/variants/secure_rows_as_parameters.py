import contextlib
import sqlite3

READ = "SELECT city, max_rent FROM saved_searches WHERE id = ?"
FIND = """
    SELECT id, city, rent FROM listings
    WHERE city IS :city AND rent <= ifnull(:max_rent, 9e999)
    ORDER BY rent ASC, id ASC
"""


def run_saved_search(db: sqlite3.Connection, search_id: int) -> list[dict]:
    """Pass the saved row on as the named parameters of one fixed query."""
    with contextlib.closing(db.cursor()) as cursor:
        cursor.row_factory = sqlite3.Row
        for search in cursor.execute(READ, (search_id,)).fetchall():
            return [dict(row) for row in cursor.execute(FIND, dict(search))]
    raise LookupError(f"saved search {search_id} is gone")
