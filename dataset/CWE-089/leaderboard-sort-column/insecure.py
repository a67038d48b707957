import sqlite3


def leaderboard(
    db: sqlite3.Connection, season: int, sort: str, descending: bool = True
) -> list[tuple[str, int, int]]:
    """Return (name, points, games) of all players of a season in the chosen order."""
    direction = "DESC" if descending else "ASC"
    try:
        rows = db.execute(
            "SELECT name, points, games FROM players WHERE season = ? "
            f"ORDER BY {sort} {direction}, name",
            (season,),
        )
        return rows.fetchall()
    except sqlite3.OperationalError:
        raise ValueError(f"can't sort by {sort}") from None
