import sqlite3


def run_saved_search(db: sqlite3.Connection, search_id: int) -> list[dict]:
    """Return the listings that fit a saved search, the cheapest first."""
    search = db.execute(
        "SELECT city, max_rent FROM saved_searches WHERE id = ?", (search_id,)
    ).fetchone()
    if search is None:
        raise LookupError(f"no saved search {search_id}")
    city = search[0].replace("'", "''")
    conditions = [f"city = '{city}'"]
    if search[1] is not None:
        conditions.append(f"rent <= {search[1]}")
    query = (
        f"SELECT id, city, rent FROM listings WHERE {' AND '.join(conditions)} ORDER BY rent, id"
    )
    return [dict(zip(("id", "city", "rent"), row, strict=True)) for row in db.execute(query)]
