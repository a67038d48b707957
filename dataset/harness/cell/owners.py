"""Who owns which file, as the candidate sees it."""

from __future__ import annotations

import os

from harness.cell.side import SIDE

USER_ID = GROUP_ID = 1000
"""Who the candidate is, and who owns the files that it and the tests make."""

OWNERS: dict[str, int] = {}
"""Owners that the test has set, by absolute path."""

_lstat = os.lstat


def own(path: str, uid: int) -> None:
    """Let the stat functions report an owner."""
    OWNERS[path] = uid


def with_owner(result: os.stat_result) -> os.stat_result:
    """Return what the candidate sees of a file: its owner as the test has set it."""
    if not SIDE.candidate:
        return result
    uid = USER_ID
    for path, owner in OWNERS.items():
        try:
            entry = _lstat(path)
        except OSError:
            continue
        if (entry.st_dev, entry.st_ino) == (result.st_dev, result.st_ino):
            uid = owner
    _, (values, named) = result.__reduce__()  # type: ignore[misc]
    return os.stat_result((*values[:4], uid, GROUP_ID, *values[6:]), named)
