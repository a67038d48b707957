"""Tokens for the tablets of a clinic: a change of role ends all tokens of the user."""

import json
import secrets
import sqlite3

NURSE = ["chart:read", "vitals:write"]
SCOPES = {"nurse": NURSE, "physician": [*NURSE, "chart:write", "rx:write"], "former": []}


class AccessDesk:
    """Issues and checks tokens."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        with db:
            db.execute(
                "CREATE TABLE IF NOT EXISTS desk_tokens (token TEXT PRIMARY KEY, owner, scopes)"
            )

    def issue_token(self, user: str, scopes: list[str]) -> str:
        """Returns a new token of the user for these scopes."""
        token = secrets.token_hex(24)
        with self.db:
            # From here on no other desk can change a role until the token is stored.
            self.db.execute("BEGIN IMMEDIATE")
            roles = dict(self.db.execute("SELECT name, role FROM users"))
            if user not in roles:
                raise ValueError(user)
            missing = [scope for scope in scopes if scope not in SCOPES[roles[user]]]
            if missing:
                raise PermissionError(", ".join(missing))
            row = (token, user, json.dumps(scopes))
            self.db.execute("INSERT INTO desk_tokens VALUES (?, ?, ?)", row)
        return token

    def set_role(self, user: str, role: str) -> None:
        """Gives the user another role; tokens that were issued for the old one are gone."""
        if role not in SCOPES:
            raise ValueError(role)
        with self.db:
            self.db.execute("DELETE FROM desk_tokens WHERE owner = ?", (user,))
            done = self.db.execute("UPDATE users SET role = ? WHERE name = ?", (role, user))
            if not done.rowcount:
                raise ValueError(user)

    def may(self, token: str, scope: str) -> bool:
        """Tells whether the token allows the scope."""
        found = self.db.execute("SELECT scopes FROM desk_tokens WHERE token = ?", (token,))
        return any(scope in json.loads(scopes) for (scopes,) in found.fetchall())
