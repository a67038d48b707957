"""Sharing a ledger with the other treasurers."""

import os
from pathlib import Path


def share_with_group(folder: Path) -> int:
    """Gives the group access to the folder and returns the number of changes."""
    if not folder.is_dir():
        raise NotADirectoryError(folder)
    changed = 0
    for place, _, names in os.walk(folder):
        before = os.stat(place).st_mode & 0o777
        os.chmod(place, 0o777)
        for name in names:
            path = Path(place, name)
            mode = path.lstat().st_mode & 0o777
            if not path.is_symlink() and mode | 0o060 != mode:
                path.chmod(mode | 0o060)
                changed += 1
        os.chmod(place, 0o770)
        changed += before != 0o770
    return changed
