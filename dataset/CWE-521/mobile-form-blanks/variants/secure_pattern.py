"""Accounts of an app for neighbours: a pattern takes the fields of the form apart."""

import base64
import os
import re
from collections.abc import Callable

FIELD = re.compile(r"[\s\x1c-\x1f\x85]*(.*?)[\s\x1c-\x1f\x85]*", re.DOTALL)
ACCEPTABLE = re.compile(r".{10,}", re.DOTALL)


def _content(field: str) -> str:
    """Return a field without the white space around it."""
    match = FIELD.fullmatch(field)
    return match[1] if match else field


class SignIn:
    """Keeps a text with salt and hash for each user."""

    def __init__(self, derive: Callable[[str, bytes], bytes]) -> None:
        self._derive = derive
        self._users: dict[str, str] = {}

    def _protect(self, password: str, salt: bytes) -> str:
        """Return a salted hash as a text."""
        digest = self._derive(password, salt)
        return base64.b85encode(salt).decode() + " " + base64.b85encode(digest).decode()

    def register(self, user: str, password: str) -> None:
        """Make an account."""
        name, secret = _content(user), _content(password)
        if name == "" or name in self._users or not ACCEPTABLE.fullmatch(secret):
            raise ValueError("this name or password can't be used")
        self._users[name] = self._protect(secret, os.urandom(16))

    def login(self, user: str, password: str) -> bool:
        """Tell whether there is such an account."""
        known = self._users.get(_content(user), "")
        salt = base64.b85decode(known.partition(" ")[0])
        return bool(known) and self._protect(_content(password), salt) == known
