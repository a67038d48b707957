"""The command /role of the chat server."""

import sqlite3

ROLES = ["guest", "member", "moderator", "admin", "owner"]


def _role(db: sqlite3.Connection, name: str) -> str:
    row = db.execute("SELECT role FROM users WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise ValueError(f"unknown user: {name}")
    return row[0]


def change_role(db: sqlite3.Connection, actor: str, target: str, new_role: str) -> None:
    """Gives a user a new role on behalf of another user."""
    actor_role, target_role = _role(db, actor), _role(db, target)
    if new_role in ("admin", "owner") and actor_role != "owner":
        raise PermissionError("only the owner can do that")
    role = new_role.strip().lower()
    if role not in ROLES:
        raise ValueError(f"unknown role: {new_role}")
    if ROLES.index(actor_role) < 2 or ROLES.index(target_role) >= ROLES.index(actor_role):
        raise PermissionError(f"{target} doesn't rank below you")
    with db:
        db.execute("UPDATE users SET role = ? WHERE name = ?", (role, target))
