import sqlite3

EXISTS = "SELECT EXISTS (SELECT 1 FROM saved_searches WHERE id = :search)"
FITTING = """
    SELECT listings.id, listings.city, listings.rent
    FROM saved_searches AS wanted
    JOIN listings
      ON listings.city = wanted.city
     AND (wanted.max_rent IS NULL OR listings.rent <= wanted.max_rent)
    WHERE wanted.id = :search
    ORDER BY listings.rent, listings.id
"""


def run_saved_search(db: sqlite3.Connection, search_id: int) -> list[dict]:
    """Run a search within the database; what the user typed never leaves it."""
    parameters = {"search": search_id}
    (known,) = db.execute(EXISTS, parameters).fetchone()
    if not known:
        raise LookupError(search_id)
    return [
        {"id": number, "city": city, "rent": rent}
        for number, city, rent in db.execute(FITTING, parameters)
    ]
