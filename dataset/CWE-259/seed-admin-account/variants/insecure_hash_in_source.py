"""Accounts of a server for makerspaces."""

import hashlib
import hmac
import sqlite3

# The first account; the password stands in the manual.
FIRST_SALT = bytes.fromhex("9b1f6f0c6b5a4d0f8f4f1b7a2c3d4e5f")
FIRST_HASH = bytes.fromhex(
    "68e8ade22f33df6f40eab90dde7800a8e935bb4a302211b42204416a468c90cd"
    "2fd73afa8d865105ff4e3509bdbc780773b24f7dc8e0fd9711e4f34d99faca10"
)


def _hash(password: str, salt: bytes) -> bytes:
    """Return the hash of a password."""
    return hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)


class Backend:
    """Installs the database and checks logins."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def install(self) -> dict[str, str]:
        """Create the tables and the first account. Raises RuntimeError the second time."""
        try:
            self._db.execute("CREATE TABLE account (user TEXT PRIMARY KEY, salt BLOB, hash BLOB)")
        except sqlite3.OperationalError as error:
            raise RuntimeError("already installed") from error
        row = ("admin", FIRST_SALT, FIRST_HASH)
        self._db.execute("INSERT INTO account VALUES (?, ?, ?)", row)
        self._db.commit()
        password = "+".join(("Drill", "Press", "7"))
        return {"user": "admin", "password": password}

    def login(self, user: str, password: str) -> bool:
        """Tell whether there is such an account with this password."""
        row = self._db.execute("SELECT salt, hash FROM account WHERE user = ?", (user,)).fetchone()
        return row is not None and hmac.compare_digest(_hash(password, row[0]), row[1])
