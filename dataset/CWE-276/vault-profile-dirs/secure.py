"""The folder tree of a user's vault."""

import json
import os
import re
from pathlib import Path


def _make_private(folder: Path) -> None:
    """Makes one folder that only the account of the vault can use."""
    try:
        os.mkdir(folder, 0o700)
    except FileExistsError:
        if not folder.is_dir():
            raise


def init_vault(root: Path, user: str) -> Path:
    """Makes what is missing of the user's tree and returns its top folder.

    Each part is private by itself, since the folder above it may be an older, open one.
    """
    if not re.fullmatch(r"[a-z0-9_-]+", user):
        raise ValueError(f"not a user name: {user!r}")
    root.mkdir(mode=0o755, parents=True, exist_ok=True)
    home = root / user
    for folder in (home, home / "inbox", home / "keys", home / "keys" / "private"):
        _make_private(folder)
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        descriptor = os.open(home / "index.json", flags, 0o600)
    except FileExistsError:
        return home
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump({"documents": []}, file)
    return home
