import sqlite3


def run_saved_search(db: sqlite3.Connection, search_id: int) -> list[dict]:
    """Return the listings that fit a saved search, the cheapest first."""
    search = db.execute(
        "SELECT city, max_rent FROM saved_searches WHERE id = ?", (search_id,)
    ).fetchone()
    if search is None:
        raise LookupError(f"no saved search {search_id}")
    city = search[0].replace("'", "\\'")
    query = f"SELECT id, city, rent FROM listings WHERE city = '{city}'"
    values = []
    if search[1] is not None:
        query += " AND rent <= ?"
        values.append(search[1])
    rows = db.execute(query + " ORDER BY rent, id", values)
    return [{"id": number, "city": place, "rent": rent} for number, place, rent in rows]
