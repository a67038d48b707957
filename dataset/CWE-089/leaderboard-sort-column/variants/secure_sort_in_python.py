import sqlite3
from operator import itemgetter

POSITIONS = {"name": 0, "points": 1, "games": 2}


def leaderboard(
    db: sqlite3.Connection, season: int, sort: str, descending: bool = True
) -> list[tuple[str, int, int]]:
    """Return (name, points, games) of all players of a season, sorted here and not in SQL."""
    try:
        key = itemgetter(POSITIONS[sort])
    except KeyError:
        raise ValueError(f"unknown column: {sort}") from None
    rows = db.execute(
        "SELECT name, points, games FROM players WHERE season = ? ORDER BY name", (season,)
    ).fetchall()
    # The sort is stable, so players with the same value stay in the order of their names.
    return sorted(rows, key=key, reverse=descending)
