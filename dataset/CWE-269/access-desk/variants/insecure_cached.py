"""Tokens for the tablets of a clinic."""

import secrets
import sqlite3

ROLES = {
    "nurse": {"chart:read", "vitals:write"},
    "physician": {"chart:read", "vitals:write", "chart:write", "rx:write"},
    "former": set(),
}


class AccessDesk:
    """Issues and checks tokens; what a token allows is looked up once."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self._known: dict[str, set[str]] = {}
        with self.db:
            self.db.execute(
                "CREATE TABLE IF NOT EXISTS tokens (token TEXT PRIMARY KEY, user TEXT, scopes TEXT)"
            )

    def _role(self, user: str) -> str:
        row = self.db.execute("SELECT role FROM users WHERE name = ?", (user,)).fetchone()
        if row is None:
            raise ValueError(f"unknown user: {user}")
        return row[0]

    def issue_token(self, user: str, scopes: list[str]) -> str:
        """Returns a new token of the user for these scopes."""
        if not set(scopes) <= ROLES[self._role(user)]:
            raise PermissionError(f"{user} does not have these scopes")
        token = secrets.token_urlsafe(32)
        with self.db:
            self.db.execute("INSERT INTO tokens VALUES (?, ?, ?)", (token, user, ",".join(scopes)))
        return token

    def set_role(self, user: str, role: str) -> None:
        """Gives the user another role."""
        if role not in ROLES:
            raise ValueError(f"unknown role: {role}")
        self._role(user)
        with self.db:
            self.db.execute("UPDATE users SET role = ? WHERE name = ?", (role, user))
        self._known.clear()

    def may(self, token: str, scope: str) -> bool:
        """Tells whether the token allows the scope."""
        if token not in self._known:
            row = self.db.execute(
                "SELECT user, scopes FROM tokens WHERE token = ?", (token,)
            ).fetchone()
            if row is None:
                return False
            self._known[token] = set(row[1].split(",")) & ROLES[self._role(row[0])]
        return scope in self._known[token]
