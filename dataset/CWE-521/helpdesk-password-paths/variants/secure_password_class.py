"""Accounts of a help-desk system: there are no passwords but acceptable ones."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

Derive = Callable[[str, bytes], bytes]


class Password:
    """A salted hash of an acceptable password."""

    def __init__(self, derive: Derive, user: str, text: str) -> None:
        """Raises ValueError if the password isn't acceptable for this user."""
        if len(text) < 12 or user.lower() == text.lower():
            raise ValueError("this password isn't acceptable")
        self._derive = derive
        self._salt = secrets.token_bytes(16)
        self._derived = derive(text, self._salt)

    def matches(self, text: str) -> bool:
        """Tell whether this is the password."""
        return secrets.compare_digest(self._derived, self._derive(text, self._salt))


@dataclass
class _Account:
    password: Password
    tokens: list[str] = field(default_factory=list)


class Accounts:
    """Keeps the accounts in memory."""

    def __init__(self, derive: Derive) -> None:
        self._derive = derive
        self._accounts: dict[str, _Account] = {}

    def _get(self, user: str) -> _Account:
        account = self._accounts.get(user)
        if account is None:
            raise ValueError(f"no account {user!r}")
        return account

    def create(self, user: str, password: str) -> None:
        """Make an account."""
        if user == "":
            raise ValueError("a user needs a name")
        if user in self._accounts:
            raise ValueError(f"{user!r} is taken")
        self._accounts[user] = _Account(Password(self._derive, user, password))

    def change(self, user: str, old: str, new: str) -> None:
        """Replace the password, given the present one."""
        account = self._get(user)
        if not account.password.matches(old):
            raise ValueError("the present password is wrong")
        account.password = Password(self._derive, user, new)

    def issue_reset(self, user: str) -> str:
        """Return a new token; older ones are void."""
        account = self._get(user)
        account.tokens[:] = [secrets.token_hex(20)]
        return account.tokens[0]

    def reset(self, user: str, token: str, new: str) -> None:
        """Replace the password, given the token."""
        account = self._get(user)
        if token not in account.tokens:
            raise ValueError("the token is wrong or used up")
        account.password, account.tokens = Password(self._derive, user, new), []

    def login(self, user: str, password: str) -> bool:
        """Tell whether user and password belong together."""
        return user in self._accounts and self._accounts[user].password.matches(password)
