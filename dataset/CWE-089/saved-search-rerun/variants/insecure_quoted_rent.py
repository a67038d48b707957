import sqlite3


def run_saved_search(db: sqlite3.Connection, search_id: int) -> list[dict]:
    """Return the listings that fit a saved search, the cheapest first."""
    search = db.execute(
        "SELECT city, max_rent FROM saved_searches WHERE id = ?", (search_id,)
    ).fetchone()
    if search is None:
        raise LookupError(f"no saved search {search_id}")
    city, max_rent = search
    query = "SELECT id, city, rent FROM listings WHERE city = ?"
    if max_rent is not None:
        # In quotes it can only be a value.
        query += f" AND rent <= '{max_rent}'"
    rows = db.execute(query + " ORDER BY rent, id", (city,)).fetchall()
    return [{"id": row[0], "city": row[1], "rent": row[2]} for row in rows]
