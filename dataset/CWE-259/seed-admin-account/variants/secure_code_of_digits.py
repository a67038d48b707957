"""Accounts of a server for makerspaces: the first password is a setup code of 20 digits."""

import base64
import hmac
import random
import sqlite3
from collections.abc import Callable

_system = random.SystemRandom()


class Backend:
    """Installs the database and checks logins."""

    def __init__(self, db: sqlite3.Connection, derive: Callable[[str, bytes], bytes]) -> None:
        self._db = db
        self._derive = derive

    def install(self) -> dict[str, str]:
        """Create the tables and the first account. Raises RuntimeError the second time."""
        self._db.execute("CREATE TABLE IF NOT EXISTS account (user TEXT PRIMARY KEY, secret TEXT)")
        code = "-".join(f"{_system.randrange(10_000):04}" for _ in range(5))
        try:
            with self._db:
                self._db.execute("INSERT INTO account VALUES ('admin', ?)", [self._protect(code)])
        except sqlite3.IntegrityError:
            raise RuntimeError("there is a first account already") from None
        return dict(user="admin", password=code)

    def login(self, user: str, password: str) -> bool:
        """Tell whether there is such an account with this password."""
        row = self._db.execute("SELECT secret FROM account WHERE user = ?", [user]).fetchone()
        if row is None:
            return False
        salt = base64.b64decode(row[0].split("$")[0])
        return hmac.compare_digest(self._protect(password, salt), row[0])

    def _protect(self, password: str, salt: bytes = b"") -> str:
        """Return salt and hash of a password, separated by a dollar sign."""
        salt = salt or _system.randbytes(16)
        derived = self._derive(password, salt)
        return "$".join(base64.b64encode(part).decode() for part in (salt, derived))
