import sqlite3


def leaderboard(
    db: sqlite3.Connection, season: int, sort: str, descending: bool = True
) -> list[tuple[str, int, int]]:
    """Return (name, points, games) of all players of a season in the chosen order."""
    if ";" in sort or "--" in sort:
        raise ValueError("forbidden characters in the column")
    direction = "DESC" if descending else "ASC"
    try:
        return db.execute(
            "SELECT name, points, games FROM players WHERE season = ? "
            f"ORDER BY {sort} {direction}, name",
            (season,),
        ).fetchall()
    except sqlite3.Error as error:
        raise ValueError(f"can't sort by {sort}") from error
