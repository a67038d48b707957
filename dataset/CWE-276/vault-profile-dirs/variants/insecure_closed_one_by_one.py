"""The folder tree of a user's vault."""

import json
import os
import re
from pathlib import Path

FOLDERS = ("", "keys", "keys/private", "inbox")


def init_vault(root: Path, user: str) -> Path:
    """Makes what is missing of the user's tree and returns its top folder."""
    if re.fullmatch(r"[a-z0-9_-]+", user) is None:
        raise ValueError("user")
    home = root / user
    os.makedirs(root, exist_ok=True)
    for name in FOLDERS:
        folder = home / name
        if not folder.exists():
            folder.mkdir()
            folder.chmod(0o700)  # before anything is in it
    index = home / "index.json"
    if not index.exists():
        index.touch(mode=0o600)
        index.write_text(json.dumps(dict(documents=[])), encoding="utf-8")
    return home
