"""Sharing a ledger with the other treasurers."""

import os
from pathlib import Path


def share_with_group(folder: Path) -> int:
    """Gives the group access to the folder and returns the number of changes."""
    if not folder.is_dir():
        raise NotADirectoryError(folder)
    paths = [folder, *(path for path in folder.rglob("*") if not path.is_symlink())]
    before = {path: path.stat().st_mode & 0o7777 for path in paths}
    for path in paths:
        os.chmod(path, before[path] | (0o777 if path.is_dir() else 0o666))
    for path in reversed(paths):
        os.chmod(path, path.stat().st_mode & 0o7770)  # nothing for others
    return sum(path.stat().st_mode & 0o7777 != mode for path, mode in before.items())
