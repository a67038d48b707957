"""Tokens for the tablets of a clinic."""

import secrets
import sqlite3

ROLES: dict[str, frozenset[str]] = {
    "nurse": frozenset({"chart:read", "vitals:write"}),
    "physician": frozenset({"chart:read", "vitals:write", "chart:write", "rx:write"}),
    "former": frozenset(),
}


class AccessDesk:
    """Issues and checks tokens.

    A token never allows more than its user's role gives at the moment of the question.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        with db:
            db.execute(
                "CREATE TABLE IF NOT EXISTS token_scopes"
                " (token TEXT, user TEXT NOT NULL, scope TEXT, PRIMARY KEY (token, scope))"
            )

    def _scopes_of(self, user: str) -> frozenset[str]:
        row = self._db.execute("SELECT role FROM users WHERE name = ?", (user,)).fetchone()
        if row is None:
            raise ValueError(f"no such user: {user}")
        return ROLES[row[0]]

    def issue_token(self, user: str, scopes: list[str]) -> str:
        """Returns a new token of the user for these scopes."""
        wanted = set(scopes)
        if not wanted <= self._scopes_of(user):
            raise PermissionError(f"{user} doesn't have all of these scopes")
        token = secrets.token_urlsafe(32)
        with self._db:
            self._db.executemany(
                "INSERT INTO token_scopes VALUES (?, ?, ?)",
                [(token, user, scope) for scope in wanted],
            )
        return token

    def set_role(self, user: str, role: str) -> None:
        """Gives the user another role."""
        if role not in ROLES:
            raise ValueError(f"no such role: {role}")
        with self._db:
            done = self._db.execute("UPDATE users SET role = ? WHERE name = ?", (role, user))
        if done.rowcount != 1:
            raise ValueError(f"no such user: {user}")

    def may(self, token: str, scope: str) -> bool:
        """Tells whether the token allows the scope, and its user's role still does too."""
        row = self._db.execute(
            "SELECT role FROM token_scopes JOIN users ON users.name = token_scopes.user"
            " WHERE token = ? AND scope = ?",
            (token, scope),
        ).fetchone()
        return row is not None and scope in ROLES[row[0]]
