"""The command /role of the chat server."""

import sqlite3

RANKS = {"guest": 0, "member": 1, "moderator": 2, "admin": 3, "owner": 4}


def change_role(db: sqlite3.Connection, actor: str, target: str, new_role: str) -> None:
    """Gives a user a new role on behalf of another user."""
    if new_role not in RANKS:
        raise ValueError("unknown role")
    ranks = []
    for name in (actor, target):
        row = db.execute("SELECT role FROM users WHERE name = ?", (name,)).fetchone()
        if row is None:
            raise ValueError("unknown user")
        ranks.append(RANKS[row[0]])
    actor_rank, target_rank = ranks
    if actor_rank < RANKS["moderator"]:
        raise PermissionError("not a moderator")
    if target_rank > actor_rank or RANKS[new_role] > actor_rank:
        raise PermissionError("not above your own rank")
    with db:
        db.execute("UPDATE users SET role = ? WHERE name = ?", (new_role, target))
