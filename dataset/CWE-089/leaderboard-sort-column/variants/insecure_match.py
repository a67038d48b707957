import re
import sqlite3


def leaderboard(
    db: sqlite3.Connection, season: int, sort: str, descending: bool = True
) -> list[tuple[str, int, int]]:
    """Return (name, points, games) of all players of a season in the chosen order."""
    if not re.match(r"(name|points|games)\b", sort):
        raise ValueError(f"unknown column: {sort}")
    direction = "DESC" if descending else "ASC"
    return db.execute(
        "SELECT name, points, games FROM players WHERE season = ? "
        f"ORDER BY {sort} {direction}, name",
        (season,),
    ).fetchall()
