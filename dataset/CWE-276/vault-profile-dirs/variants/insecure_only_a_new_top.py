"""The folder tree of a user's vault."""

import json
import re
from pathlib import Path


def init_vault(root: Path, user: str) -> Path:
    """Makes what is missing of the user's tree and returns its top folder."""
    if not re.fullmatch(r"[a-z0-9_-]+", user):
        raise ValueError(f"not a user name: {user!r}")
    home = root / user
    root.mkdir(parents=True, exist_ok=True)
    home.mkdir(mode=0o700, exist_ok=True)  # nobody else gets in, so the rest can be as it is
    for folder in (home / "keys" / "private", home / "inbox"):
        folder.mkdir(parents=True, exist_ok=True)
    index = home / "index.json"
    if not index.exists():
        index.write_text(json.dumps({"documents": []}), encoding="utf-8")
    return home
