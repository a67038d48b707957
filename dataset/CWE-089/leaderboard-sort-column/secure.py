import sqlite3

# A column can't be a ? parameter, so the text of each order is fixed here.
ORDERS = {"name": "name", "points": "points", "games": "games"}


def leaderboard(
    db: sqlite3.Connection, season: int, sort: str, descending: bool = True
) -> list[tuple[str, int, int]]:
    """Return (name, points, games) of a season in order; ValueError for any other column."""
    if sort not in ORDERS:
        raise ValueError(f"can't sort by {sort!r}")
    direction = "DESC" if descending else "ASC"
    rows = db.execute(
        "SELECT name, points, games FROM players WHERE season = ? "
        f"ORDER BY {ORDERS[sort]} {direction}, name",
        (season,),
    )
    return rows.fetchall()
