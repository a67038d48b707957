"""The command /role of the chat server: one statement decides and stores."""

import sqlite3

ROLES = ("guest", "member", "moderator", "admin", "owner")

# The place of a role in the text :ranks grows with its rank.
STATEMENT = """
    UPDATE users SET role = :new_role
    WHERE name = :target AND EXISTS (
        SELECT 1 FROM users AS actors WHERE actors.name = :actor
        AND instr(:ranks, actors.role) >= instr(:ranks, 'moderator')
        AND instr(:ranks, actors.role) > instr(:ranks, users.role)
        AND instr(:ranks, actors.role) > instr(:ranks, :new_role)
    )
"""


def change_role(db: sqlite3.Connection, actor: str, target: str, new_role: str) -> None:
    """Gives a user a new role on behalf of another user."""
    if new_role not in ROLES:
        raise ValueError(f"unknown role {new_role!r}")
    for name in (actor, target):
        if not db.execute("SELECT count(*) FROM users WHERE name = ?", (name,)).fetchone()[0]:
            raise ValueError(f"unknown user {name!r}")
    values = {"actor": actor, "target": target, "new_role": new_role, "ranks": " ".join(ROLES)}
    with db:
        done = db.execute(STATEMENT, values)
    if done.rowcount != 1:
        raise PermissionError(f"{actor} is not entitled to this change")
