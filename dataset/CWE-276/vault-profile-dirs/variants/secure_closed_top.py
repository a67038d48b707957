"""The folder tree of a user's vault: its top is closed, whoever has made it."""

import json
import re
from pathlib import Path


def init_vault(root: Path, user: str) -> Path:
    """Makes what is missing of the user's tree and returns its top folder."""
    if re.fullmatch("[a-z0-9_-]+", user) is None:
        raise ValueError(f"{user!r} can't be the name of a folder")
    root.mkdir(parents=True, exist_ok=True)
    home = root / user
    home.mkdir(mode=0o700, exist_ok=True)
    home.chmod(0o700)
    (home / "inbox").mkdir(exist_ok=True)
    (home / "keys" / "private").mkdir(parents=True, exist_ok=True)
    index = home / "index.json"
    if not index.is_file():
        index.write_text(json.dumps({"documents": []}), encoding="utf-8")
    return home
