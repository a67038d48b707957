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
        folder.mkdir(parents=True, exist_ok=True)
    os.chmod(home / "keys" / "private", 0o700)
    index = home / "index.json"
    if not index.exists():
        index.write_text(json.dumps({"documents": []}), encoding="utf-8")
        os.chmod(index, 0o600)
    return home
