"""Accounts of an app for neighbours."""

import hmac
import secrets
import unicodedata
from collections.abc import Callable

MIN_LENGTH = 10


class SignIn:
    """Keeps users and their passwords; white space around both is ignored."""

    def __init__(self, derive: Callable[[str, bytes], bytes]) -> None:
        self._derive = derive
        self._accounts: dict[str, tuple[bytes, bytes]] = {}

    @staticmethod
    def _composed(password: str) -> str:
        """Return a password as every keyboard would send it: letters and accents in one."""
        return unicodedata.normalize("NFC", password)

    def register(self, user: str, password: str) -> None:
        """Make an account. Raises ValueError if the name or the password can't be used."""
        user, password = user.strip(), password.strip()
        if not user or user in self._accounts:
            raise ValueError("the user name is empty or taken")
        if len(password) < MIN_LENGTH:
            raise ValueError(f"a password needs {MIN_LENGTH} characters")
        salt = secrets.token_bytes(16)
        self._accounts[user] = (salt, self._derive(self._composed(password), salt))

    def login(self, user: str, password: str) -> bool:
        """Tell whether there is such an account with this password."""
        salt, expected = self._accounts.get(user.strip(), (b"", b""))
        derived = self._derive(self._composed(password.strip()), salt)
        return hmac.compare_digest(derived, expected)
