"""The folder tree of a user's vault."""

import json
import os
import re
from pathlib import Path


def init_vault(root: Path, user: str) -> Path:
    """Makes what is missing of the user's tree and returns its top folder."""
    if not re.fullmatch(r"[a-z0-9_-]+", user):
        raise ValueError(f"not a user name: {user!r}")
    home = root / user
    for folder in (home / "keys" / "private", home / "inbox"):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    index = home / "index.json"
    if not index.exists():
        descriptor = os.open(index, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump({"documents": []}, file)
    return home
