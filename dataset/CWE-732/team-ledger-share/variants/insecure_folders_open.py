"""Sharing a ledger with the other treasurers."""

import os
from pathlib import Path


def share_with_group(folder: Path) -> int:
    """Gives the group access to the folder and returns the number of changes."""
    if not folder.is_dir():
        raise NotADirectoryError(folder)
    changed = 0
    for path in [folder, *folder.rglob("*")]:
        if path.is_symlink():
            continue
        mode = path.stat().st_mode & 0o7777
        wanted = mode | (0o777 if path.is_dir() else 0o660)
        if wanted != mode:
            os.chmod(path, wanted)
            changed += 1
    return changed
