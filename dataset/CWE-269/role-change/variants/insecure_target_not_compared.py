"""The command /role of the chat server."""

import sqlite3

RANKS = {"guest": 0, "member": 1, "moderator": 2, "admin": 3, "owner": 4}


def change_role(db: sqlite3.Connection, actor: str, target: str, new_role: str) -> None:
    """Gives a user a new role on behalf of another user."""
    roles = dict(db.execute("SELECT name, role FROM users"))
    if actor not in roles or target not in roles:
        raise ValueError("unknown user")
    if new_role not in RANKS:
        raise ValueError("unknown role")
    own_rank = RANKS[roles[actor]]
    if own_rank < RANKS["moderator"] or RANKS[new_role] >= own_rank:
        raise PermissionError(f"{actor} can't make anybody {new_role}")
    with db:
        db.execute("UPDATE users SET role = ? WHERE name = ?", (new_role, target))
