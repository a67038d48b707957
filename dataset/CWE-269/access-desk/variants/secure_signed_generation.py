"""Tokens for the tablets of a clinic: signed texts that name the generation of the user's role."""

import hashlib
import hmac
import json
import secrets
import sqlite3
from base64 import urlsafe_b64decode, urlsafe_b64encode

WARD = {"chart:read", "vitals:write"}
GRANTS = {"former": set(), "nurse": WARD, "physician": WARD | {"chart:write", "rx:write"}}


class AccessDesk:
    """Issues and checks tokens. With each change of role a user enters a new generation."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        with db:
            db.execute("CREATE TABLE IF NOT EXISTS generations (user TEXT PRIMARY KEY, number)")
            db.execute("CREATE TABLE IF NOT EXISTS desk_key (id INTEGER PRIMARY KEY, key BLOB)")
            db.execute("INSERT OR IGNORE INTO desk_key VALUES (1, ?)", (secrets.token_bytes(32),))
        (self._key,) = db.execute("SELECT key FROM desk_key").fetchone()

    def _sign(self, body: bytes) -> str:
        return hmac.new(self._key, body, hashlib.sha256).hexdigest()

    def _generation(self, user: str) -> int:
        row = self._db.execute("SELECT number FROM generations WHERE user = ?", (user,)).fetchone()
        return row[0] if row else 0

    def issue_token(self, user: str, scopes: list[str]) -> str:
        """Returns a new token of the user for these scopes."""
        # One statement: with the role of an old generation nobody gets a token of a new one.
        row = self._db.execute(
            "SELECT role, coalesce(number, 0) FROM users"
            " LEFT JOIN generations ON user = name WHERE name = ?",
            (user,),
        ).fetchone()
        if row is None:
            raise ValueError(f"{user!r} is not a user")
        role, generation = row
        if set(scopes) - GRANTS[role]:
            raise PermissionError(f"{user!r} is a {role}")
        claims = [user, generation, sorted(scopes), secrets.token_hex(8)]
        body = urlsafe_b64encode(json.dumps(claims).encode())
        return f"{body.decode()}.{self._sign(body)}"

    def set_role(self, user: str, role: str) -> None:
        """Gives the user another role."""
        if role not in GRANTS:
            raise ValueError(f"{role!r} is not a role")
        with self._db:
            if not self._db.execute(
                "UPDATE users SET role = ? WHERE name = ?", (role, user)
            ).rowcount:
                raise ValueError(f"{user!r} is not a user")
            self._db.execute(
                "INSERT INTO generations VALUES (?, 1)"
                " ON CONFLICT (user) DO UPDATE SET number = number + 1",
                (user,),
            )

    def may(self, token: str, scope: str) -> bool:
        """Tells whether the token is genuine, of its user's generation, and has the scope."""
        body, _, signature = token.encode().partition(b".")
        if not hmac.compare_digest(signature, self._sign(body).encode()):
            return False
        user, generation, scopes, _ = json.loads(urlsafe_b64decode(body))
        return generation == self._generation(user) and scope in scopes
