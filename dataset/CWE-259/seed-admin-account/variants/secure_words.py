"""Accounts of a server for makerspaces: the first password is made of words."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Callable
from contextlib import closing

SYLLABLES = [first + second for first in "bdfghklmnprstvwz" for second in "aeiou"]
SCHEMA = """
    CREATE TABLE accounts (
        name TEXT NOT NULL UNIQUE,
        salt TEXT NOT NULL,
        derived TEXT NOT NULL
    )
"""


def _passphrase() -> str:
    """Return four words of three syllables, e.g. "dakuno-lefawi-…"."""
    words = ("".join(secrets.choice(SYLLABLES) for _ in range(3)) for _ in range(4))
    return "-".join(words)


class Backend:
    """Installs the database and checks logins."""

    def __init__(self, db: sqlite3.Connection, derive: Callable[[str, bytes], bytes]) -> None:
        self._db = db
        self._derive = derive

    def _hash(self, password: str, salt: str) -> str:
        """Return the hash of a password; salt and hash are in hexadecimal digits."""
        return self._derive(password, bytes.fromhex(salt)).hex()

    def _installed(self) -> bool:
        """Tell whether the tables exist."""
        found = self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'accounts'")
        return found.fetchone() is not None

    def install(self) -> dict[str, str]:
        """Create the tables and the first account. Raises RuntimeError the second time."""
        if self._installed():
            raise RuntimeError("this database has been installed before")
        account = {"user": "admin", "password": _passphrase()}
        salt = secrets.token_hex(16)
        with self._db, closing(self._db.cursor()) as cursor:
            cursor.execute(SCHEMA)
            derived = self._hash(account["password"], salt)
            cursor.execute(
                "INSERT INTO accounts (name, salt, derived) VALUES (?, ?, ?)",
                (account["user"], salt, derived),
            )
        return account

    def login(self, user: str, password: str) -> bool:
        """Tell whether there is such an account with this password."""
        rows = self._db.execute("SELECT salt, derived FROM accounts WHERE name = :n", {"n": user})
        return any(secrets.compare_digest(self._hash(password, salt), d) for salt, d in rows)
