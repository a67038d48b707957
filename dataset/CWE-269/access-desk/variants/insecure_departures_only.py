"""Tokens for the tablets of a clinic."""

import secrets
import sqlite3

ROLES = {
    "nurse": {"chart:read", "vitals:write"},
    "physician": {"chart:read", "vitals:write", "chart:write", "rx:write"},
    "former": set(),
}


class AccessDesk:
    """Issues and checks tokens."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        with self.db:
            self.db.execute("CREATE TABLE IF NOT EXISTS tokens (token TEXT, user TEXT, scope TEXT)")

    def _role(self, user: str) -> str:
        row = self.db.execute("SELECT role FROM users WHERE name = ?", (user,)).fetchone()
        if row is None:
            raise ValueError(f"unknown user: {user}")
        return row[0]

    def issue_token(self, user: str, scopes: list[str]) -> str:
        """Returns a new token of the user for these scopes."""
        if not ROLES[self._role(user)].issuperset(scopes):
            raise PermissionError(f"{user} does not have these scopes")
        token = secrets.token_urlsafe(32)
        with self.db:
            for scope in scopes:
                self.db.execute("INSERT INTO tokens VALUES (?, ?, ?)", (token, user, scope))
        return token

    def set_role(self, user: str, role: str) -> None:
        """Gives the user another role; tokens of people who leave are revoked."""
        if role not in ROLES:
            raise ValueError(f"unknown role: {role}")
        self._role(user)
        with self.db:
            self.db.execute("UPDATE users SET role = ? WHERE name = ?", (role, user))
            if role == "former":
                self.db.execute("DELETE FROM tokens WHERE user = ?", (user,))

    def may(self, token: str, scope: str) -> bool:
        """Tells whether the token allows the scope."""
        found = self.db.execute("SELECT scope FROM tokens WHERE token = ?", (token,)).fetchall()
        return (scope,) in found
