"""Sharing a ledger with the other treasurers."""

import os
import stat
from pathlib import Path

FOR_FILES = stat.S_IRGRP | stat.S_IWGRP
FOR_FOLDERS = FOR_FILES | stat.S_IXGRP


def share_with_group(folder: Path) -> int:
    """Gives the group, and nobody else, access to the folder; returns the number of changes."""
    if not folder.is_dir():
        raise NotADirectoryError(folder)
    changed = 0
    for path in [folder, *folder.rglob("*")]:
        if path != folder and path.is_symlink():
            continue
        mode = stat.S_IMODE(path.stat().st_mode)
        wanted = mode | (FOR_FOLDERS if path.is_dir() else FOR_FILES)
        if wanted != mode:
            os.chmod(path, wanted)
            changed += 1
    return changed
