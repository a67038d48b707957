import sqlite3

COLUMNS = ("name", "points", "games")


def leaderboard(
    db: sqlite3.Connection, season: int, sort: str, descending: bool = True
) -> list[tuple[str, int, int]]:
    """Return (name, points, games) of all players of a season in the chosen order."""
    if sort not in COLUMNS:
        raise ValueError(f"unknown column: {sort}")
    query = f"SELECT {', '.join(COLUMNS)} FROM players WHERE season = :season ORDER BY {sort}"
    if descending:
        query += " DESC"
    return db.execute(query + ", name", {"season": season}).fetchall()
