import sqlite3


def run_saved_search(db: sqlite3.Connection, search_id: int) -> list[dict]:
    """Return the listings that fit a saved search, the cheapest first."""
    cursor = db.execute("SELECT city, max_rent FROM saved_searches WHERE id = ?", (search_id,))
    search = cursor.fetchone()
    if not search:
        raise LookupError(f"no saved search {search_id}")
    city, max_rent = search
    # !r puts the quotes around a text and leaves numbers as they are.
    query = f"SELECT id, city, rent FROM listings WHERE city = {city!r}"
    if max_rent is not None:
        query += f" AND rent <= {max_rent!r}"
    query += " ORDER BY rent, id"
    return [{"id": row[0], "city": row[1], "rent": row[2]} for row in db.execute(query)]
