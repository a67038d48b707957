"""Sharing a ledger with the other treasurers: the group may do what the owner may do."""

import os
from collections.abc import Iterator
from pathlib import Path


def _entries(folder: Path) -> Iterator[os.DirEntry]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_symlink():
                continue
            yield entry
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(Path(entry.path))


def _share(path: str | Path, mode: int) -> bool:
    shared = mode | (mode & 0o700) >> 3
    if shared == mode:
        return False
    os.chmod(path, shared)
    return True


def share_with_group(folder: Path) -> int:
    """Gives the group access to the folder and returns the number of changes."""
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder} is no folder")
    entries = list(_entries(folder))
    changes = [_share(folder, folder.stat().st_mode & 0o7777)]
    changes += [_share(entry.path, entry.stat().st_mode & 0o7777) for entry in entries]
    return sum(changes)
