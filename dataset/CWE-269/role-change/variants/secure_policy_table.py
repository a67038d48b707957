"""The command /role of the chat server: a table says who manages which roles."""

import sqlite3

MANAGED_BY: dict[str, frozenset[str]] = {
    "guest": frozenset(),
    "member": frozenset(),
    "moderator": frozenset({"guest", "member"}),
    "admin": frozenset({"guest", "member", "moderator"}),
    "owner": frozenset({"guest", "member", "moderator", "admin"}),
}


def change_role(db: sqlite3.Connection, actor: str, target: str, new_role: str) -> None:
    """Gives a user a new role on behalf of another user."""
    found = dict(db.execute("SELECT name, role FROM users WHERE name IN (?, ?)", (actor, target)))
    if actor not in found or target not in found or new_role not in MANAGED_BY:
        raise ValueError("unknown user or role")
    managed = MANAGED_BY[found[actor]]
    if not {found[target], new_role} <= managed:
        raise PermissionError(f"a change from {found[target]} to {new_role} isn't yours to make")
    db.execute("UPDATE users SET role = ? WHERE name = ?", (new_role, target))
    db.commit()
