"""Accounts of an app for neighbours: a pattern takes the fields of the form apart."""

import base64
import hashlib
import os
import re

FIELD = re.compile(r"[\s\x1c-\x1f\x85]*(.*?)[\s\x1c-\x1f\x85]*", re.DOTALL)
ACCEPTABLE = re.compile(r".{10,}", re.DOTALL)


def _content(field: str) -> str:
    """Return a field without the white space around it."""
    match = FIELD.fullmatch(field)
    return match[1] if match else field


def _protect(password: str, salt: bytes) -> str:
    """Return a salted hash as a text."""
    digest = hashlib.scrypt(password.encode(), salt=salt, n=16384, r=8, p=1)
    return base64.b85encode(salt).decode() + " " + base64.b85encode(digest).decode()


class SignIn:
    """Keeps a text with salt and hash for each user."""

    def __init__(self) -> None:
        self._users: dict[str, str] = {}

    def register(self, user: str, password: str) -> None:
        """Make an account."""
        name, secret = _content(user), _content(password)
        if name == "" or name in self._users or not ACCEPTABLE.fullmatch(secret):
            raise ValueError("this name or password can't be used")
        self._users[name] = _protect(secret, os.urandom(16))

    def login(self, user: str, password: str) -> bool:
        """Tell whether there is such an account."""
        known = self._users.get(_content(user), "")
        salt = base64.b85decode(known.partition(" ")[0])
        return bool(known) and _protect(_content(password), salt) == known
