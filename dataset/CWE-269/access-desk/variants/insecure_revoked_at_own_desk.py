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
        self.issued: dict[str, list[str]] = {}
        with self.db:
            self.db.execute("CREATE TABLE IF NOT EXISTS tokens (token TEXT, scope TEXT)")

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
            self.db.executemany(
                "INSERT INTO tokens VALUES (?, ?)", [(token, scope) for scope in scopes]
            )
        self.issued.setdefault(user, []).append(token)
        return token

    def set_role(self, user: str, role: str) -> None:
        """Gives the user another role and revokes the tokens issued so far."""
        if role not in ROLES:
            raise ValueError(f"unknown role: {role}")
        self._role(user)
        with self.db:
            self.db.execute("UPDATE users SET role = ? WHERE name = ?", (role, user))
            for token in self.issued.pop(user, []):
                self.db.execute("DELETE FROM tokens WHERE token = ?", (token,))

    def may(self, token: str, scope: str) -> bool:
        """Tells whether the token allows the scope."""
        found = self.db.execute(
            "SELECT count(*) FROM tokens WHERE token = ? AND scope = ?", (token, scope)
        )
        return found.fetchone()[0] > 0
