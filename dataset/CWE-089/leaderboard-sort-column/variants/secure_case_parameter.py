import sqlite3

ASCENDING = """
    SELECT name, points, games FROM players WHERE season = :season
    ORDER BY CASE :sort WHEN 'name' THEN name WHEN 'points' THEN points ELSE games END ASC, name
"""
DESCENDING = """
    SELECT name, points, games FROM players WHERE season = :season
    ORDER BY CASE :sort WHEN 'name' THEN name WHEN 'points' THEN points ELSE games END DESC, name
"""


def leaderboard(
    db: sqlite3.Connection, season: int, sort: str, descending: bool = True
) -> list[tuple[str, int, int]]:
    """Return (name, points, games) of a season; the column's name is a parameter of a CASE."""
    match sort:
        case "name" | "points" | "games":
            query = DESCENDING if descending else ASCENDING
            return list(db.execute(query, {"season": season, "sort": sort}))
        case _:
            raise ValueError(f"unknown column: {sort}")
