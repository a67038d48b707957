"""Accounts of an app for neighbours: what comes from the form is normalised in one place."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """What somebody has typed in, without the white space around it."""

    user: str
    password: str

    @classmethod
    def from_form(cls, user: str, password: str) -> Entry:
        """Take over the two fields of the form."""
        return cls(*(cls._trimmed(field) for field in (user, password)))

    @staticmethod
    def _trimmed(text: str) -> str:
        solid = [place for place, sign in enumerate(text) if not sign.isspace()]
        return text[solid[0] : solid[-1] + 1] if solid else ""

    def problem(self) -> str | None:
        """Return what is wrong with the entry, if anything."""
        if len(self.user) == 0:
            return "a user name is needed"
        if len(self.password) < 10:
            return "the password is too short"
        return None


class SignIn:
    """Keeps the accounts in memory."""

    def __init__(self, derive: Callable[[str, bytes], bytes]) -> None:
        self._derive = derive
        self._hashes: dict[str, bytes] = {}

    def register(self, user: str, password: str) -> None:
        """Make an account."""
        entry = Entry.from_form(user, password)
        if problem := entry.problem():
            raise ValueError(problem)
        if entry.user in self._hashes:
            raise ValueError(f"{entry.user} is taken")
        salt = secrets.token_bytes(16)
        self._hashes[entry.user] = salt + self._derive(entry.password, salt)

    def login(self, user: str, password: str) -> bool:
        """Tell whether the two belong together."""
        entry = Entry.from_form(user, password)
        known = self._hashes.get(entry.user)
        if known is None:
            return False
        return secrets.compare_digest(known[16:], self._derive(entry.password, known[:16]))
