"""Accounts of a help-desk system."""

import hmac
import secrets
from collections.abc import Callable

MIN_LENGTH = 12


class Accounts:
    """Keeps users with their passwords, and the tokens of those who have forgotten theirs."""

    def __init__(self, derive: Callable[[str, bytes], bytes]) -> None:
        self._derive = derive
        self._passwords: dict[str, tuple[bytes, bytes]] = {}
        self._tokens: dict[str, str] = {}

    def _store(self, user: str, password: str) -> None:
        """Give a user a password; the only place that does. Raises ValueError if it is too weak."""
        if len(password.encode()) < MIN_LENGTH:
            raise ValueError(f"a password needs {MIN_LENGTH} characters")
        if password.casefold() == user.casefold():
            raise ValueError("the user name is no password")
        salt = secrets.token_bytes(16)
        self._passwords[user] = (salt, self._derive(password, salt))

    def create(self, user: str, password: str) -> None:
        """Make an account."""
        if not user or user in self._passwords:
            raise ValueError("the user name is empty or taken")
        self._store(user, password)

    def change(self, user: str, old: str, new: str) -> None:
        """Replace the password of somebody who knows the present one."""
        if not self.login(user, old):
            raise ValueError("wrong user name or password")
        self._store(user, new)

    def issue_reset(self, user: str) -> str:
        """Return a token with which the user can set a new password."""
        if user not in self._passwords:
            raise ValueError("unknown user")
        self._tokens[user] = secrets.token_urlsafe(24)
        return self._tokens[user]

    def reset(self, user: str, token: str, new: str) -> None:
        """Replace the password of somebody who has the token."""
        expected = self._tokens.get(user)
        if expected is None or not hmac.compare_digest(expected.encode(), token.encode()):
            raise ValueError("wrong token")
        self._store(user, new)
        del self._tokens[user]

    def login(self, user: str, password: str) -> bool:
        """Tell whether there is such an account with this password."""
        if user not in self._passwords:
            return False
        salt, expected = self._passwords[user]
        return hmac.compare_digest(self._derive(password, salt), expected)
