"""Accounts of an app for neighbours."""

import hashlib
import hmac
import secrets

MIN_LENGTH = 10


def _hash(password: str, salt: bytes) -> bytes:
    """Return the hash of a password."""
    return hashlib.scrypt(password.encode(), salt=salt, n=16384, r=8, p=1)


class SignIn:
    """Keeps users and their passwords; white space around both is ignored."""

    def __init__(self) -> None:
        self._accounts: dict[str, tuple[bytes, bytes]] = {}

    def register(self, user: str, password: str) -> None:
        """Make an account. Raises ValueError if the name or the password can't be used."""
        user = user.strip()
        if not user or user in self._accounts:
            raise ValueError("the user name is empty or taken")
        if len(password.strip(" ")) < MIN_LENGTH:
            raise ValueError(f"a password needs {MIN_LENGTH} characters")
        salt = secrets.token_bytes(16)
        self._accounts[user] = (salt, _hash(password.strip(), salt))

    def login(self, user: str, password: str) -> bool:
        """Tell whether there is such an account with this password."""
        salt, expected = self._accounts.get(user.strip(), (b"", b""))
        return hmac.compare_digest(_hash(password.strip(), salt), expected)
