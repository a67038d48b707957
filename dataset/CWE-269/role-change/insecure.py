"""The command /role of the chat server."""

import sqlite3

ROLES = ["guest", "member", "moderator", "admin", "owner"]


def _rank(db: sqlite3.Connection, name: str) -> int:
    row = db.execute("SELECT role FROM users WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise ValueError(f"unknown user: {name}")
    return ROLES.index(row[0])


def change_role(db: sqlite3.Connection, actor: str, target: str, new_role: str) -> None:
    """Gives a user a new role on behalf of another user."""
    if new_role not in ROLES:
        raise ValueError(f"unknown role: {new_role}")
    actor_rank = _rank(db, actor)
    if actor_rank < ROLES.index("moderator"):
        raise PermissionError("only moderators and above can change roles")
    if _rank(db, target) >= actor_rank:
        raise PermissionError(f"{target} doesn't rank below you")
    with db:
        db.execute("UPDATE users SET role = ? WHERE name = ?", (new_role, target))
