"""Sharing a ledger with the other treasurers: fixed modes by kind."""

import os
from pathlib import Path


def _set(path: str, mode: int) -> int:
    if os.stat(path).st_mode & 0o777 == mode:
        return 0
    os.chmod(path, mode)
    return 1


def share_with_group(folder: Path) -> int:
    """Gives the group access to the folder and returns the number of changes."""
    if not os.path.isdir(folder):
        raise NotADirectoryError(str(folder))
    count = 0
    for place, _, names in os.walk(folder):
        count += _set(place, 0o770)
        for name in names:
            path = os.path.join(place, name)
            if not os.path.islink(path):
                runs = os.stat(path).st_mode & 0o100
                count += _set(path, 0o770 if runs else 0o660)
    return count
