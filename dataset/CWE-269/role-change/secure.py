"""The command /role of the chat server."""

import sqlite3

RANKS = {"guest": 0, "member": 1, "moderator": 2, "admin": 3, "owner": 4}


def _rank_of(db: sqlite3.Connection, name: str) -> int:
    row = db.execute("SELECT role FROM users WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise ValueError(f"no such user: {name}")
    return RANKS[row[0]]


def change_role(db: sqlite3.Connection, actor: str, target: str, new_role: str) -> None:
    """Gives a user a new role on behalf of another user.

    The actor has to rank above the target as it is now and as it will be.
    """
    if new_role not in RANKS:
        raise ValueError(f"no such role: {new_role}")
    own = _rank_of(db, actor)
    highest = max(_rank_of(db, target), RANKS[new_role])
    if own < RANKS["moderator"] or highest >= own:
        raise PermissionError(f"{actor} can't make {target} {new_role}")
    with db:
        db.execute("UPDATE users SET role = ? WHERE name = ?", (new_role, target))
