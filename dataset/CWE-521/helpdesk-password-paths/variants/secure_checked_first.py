"""Accounts of a help-desk system: each method checks what it has got before it acts."""

import functools
import os
import secrets
from collections.abc import Callable
from typing import Any


def _new_password_last(method: Callable[..., Any]) -> Callable[..., Any]:
    """Check the last argument of a method as a new password of the user, its first one."""

    @functools.wraps(method)
    def checked(self: Any, user: str, *rest: str) -> Any:
        password = rest[-1]
        if len(password) < 12:
            raise ValueError("too short")
        if password.casefold() == user.casefold() or password.upper() == user.upper():
            raise ValueError("too easy")
        return method(self, user, *rest)

    return checked


class Accounts:
    """Keeps salt and hash for each user, and at most one token."""

    def __init__(self, derive: Callable[[str, bytes], bytes]) -> None:
        self._derive = derive
        self._hashes: dict[str, bytes] = {}
        self._reset: dict[str, str] = {}

    def _protect(self, password: str, salt: bytes) -> bytes:
        return salt + self._derive(password, salt)

    @_new_password_last
    def create(self, user: str, password: str) -> None:
        """Make an account."""
        if user in ("", *self._hashes):
            raise ValueError("the name can't be used")
        self._hashes[user] = self._protect(password, os.urandom(16))

    @_new_password_last
    def change(self, user: str, old: str, new: str) -> None:
        """Replace a password that is known."""
        if not self.login(user, old):
            raise ValueError("that is not the present password")
        self._hashes[user] = self._protect(new, os.urandom(16))

    def issue_reset(self, user: str) -> str:
        """Return a token for somebody who has forgotten the password."""
        if user not in self._hashes:
            raise ValueError("nobody has this name")
        self._reset[user] = token = secrets.token_urlsafe()
        return token

    @_new_password_last
    def reset(self, user: str, token: str, new: str) -> None:
        """Replace a password that is forgotten."""
        if not token or self._reset.get(user) != token:
            raise ValueError("the token isn't valid")
        del self._reset[user]
        self._hashes[user] = self._protect(new, os.urandom(16))

    def login(self, user: str, password: str) -> bool:
        """Tell whether this is the user's password."""
        known = self._hashes.get(user)
        if known is None:
            return False
        return secrets.compare_digest(known, self._protect(password, known[:16]))
