"""The folder tree of a user's vault: made under a private umask."""

import os
import string
from pathlib import Path

ALLOWED = set(string.ascii_lowercase + string.digits + "_-")


def init_vault(root: Path, user: str) -> Path:
    """Makes what is missing of the user's tree and returns its top folder."""
    if not user or not set(user) <= ALLOWED:
        raise ValueError("a user name has small letters, digits, _ and - only")
    top = root.joinpath(user)
    before = os.umask(0o077)
    try:
        for part in ("inbox", "keys/private"):
            top.joinpath(part).mkdir(parents=True, exist_ok=True)
        index = top / "index.json"
        if not index.exists():
            with index.open("x", encoding="utf-8") as file:
                file.write('{"documents": []}\n')
    finally:
        os.umask(before)
    return top
