"""The command /role of the chat server."""

import sqlite3

RANKS = {"guest": 0, "member": 1, "moderator": 2, "admin": 3, "owner": 4}


def change_role(db: sqlite3.Connection, actor: str, target: str, new_role: str) -> None:
    """Gives a user a new role on behalf of another user; everybody may step down."""
    roles = dict(db.execute("SELECT name, role FROM users"))
    for name in (actor, target):
        if name not in roles:
            raise ValueError(f"unknown user: {name}")
    if new_role not in RANKS:
        raise ValueError(f"unknown role: {new_role}")
    rank = RANKS[roles[actor]]
    if rank < RANKS["moderator"]:
        raise PermissionError("only moderators and above can change roles")
    if actor != target and (RANKS[roles[target]] >= rank or RANKS[new_role] >= rank):
        raise PermissionError("only below your own rank")
    with db:
        db.execute("UPDATE users SET role = ? WHERE name = ?", (new_role, target))
