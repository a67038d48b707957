"""What the candidate may not do with files of others, once the test has set an owner.

As in Linux: only the owner changes a file's mode, owner and times, and in a folder with the sticky
bit only the owner of an entry or of the folder removes or renames it. Whether a file may be read or
written still goes by the bits of the candidate's own.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from typing import Any

from harness.cell.owners import GROUP_ID, OWNERS, USER_ID, with_owner
from harness.cell.side import SIDE

_lstat, _stat = os.lstat, os.stat


def owner_only(genuine: Callable[..., Any]) -> Callable[..., Any]:
    """Refuse to change a file of another owner."""

    def change(path: Any, *arguments: Any, **named: Any) -> Any:
        _check_owner(path, named)
        return genuine(path, *arguments, **named)

    return change


def times_by_owner(genuine: Callable[..., Any]) -> Callable[..., Any]:
    """Refuse to set given times on a file of another owner; the present may be set."""

    def utime(path: Any, times: Any = None, **named: Any) -> Any:
        if times is not None or named.get("ns") is not None:
            _check_owner(path, named)
        return genuine(path, times, **named)

    return utime


def gives_nothing_away(genuine: Callable[..., Any], follow: bool = True) -> Callable[..., Any]:
    """Let the candidate keep what it owns, and refuse any other change of an owner."""

    def chown(path: Any, uid: int, gid: int, **named: Any) -> Any:
        if not SIDE.candidate:
            return genuine(path, uid, gid, **named)
        if (uid, gid) != (-1, -1):
            _check_owner(path, {"follow_symlinks": follow, **named})
            if uid not in (-1, USER_ID) or gid not in (-1, GROUP_ID):
                raise _refusal(path)
        return genuine(path, -1, -1, **named)  # natively the numbers are others

    return chown


def sticky(genuine: Callable[..., Any]) -> Callable[..., Any]:
    """Refuse to remove an entry of others from a folder of others that has the sticky bit."""

    def remove(path: Any, **named: Any) -> Any:
        _check_sticky(path, named.get("dir_fd"))
        return genuine(path, **named)

    return remove


def sticky_move(genuine: Callable[..., Any]) -> Callable[..., Any]:
    """Refuse to rename such an entry, or to replace it."""

    def move(src: Any, dst: Any, **named: Any) -> Any:
        _check_sticky(src, named.get("src_dir_fd"))
        _check_sticky(dst, named.get("dst_dir_fd"))
        return genuine(src, dst, **named)

    return move


def _anybody_else() -> bool:
    return bool(OWNERS) and SIDE.candidate


def _check_owner(path: Any, named: dict[str, Any]) -> None:
    if not _anybody_else():
        return
    look = {key: named[key] for key in ("dir_fd", "follow_symlinks") if key in named}
    try:
        owner = with_owner(_stat(path, **look)).st_uid
    except (OSError, TypeError, ValueError):
        return  # the genuine function tells the error
    if owner != USER_ID:
        raise _refusal(path)


def _check_sticky(path: Any, dir_fd: int | None) -> None:
    if not _anybody_else():
        return
    try:
        folder = os.path.dirname(os.fsdecode(path).rstrip("/")) or "."
        place = with_owner(_stat(folder, dir_fd=dir_fd))
        entry = with_owner(_lstat(path, dir_fd=dir_fd))
    except (OSError, TypeError, ValueError):
        return
    if place.st_mode & stat.S_ISVTX and USER_ID not in (place.st_uid, entry.st_uid):
        raise _refusal(path)


def _refusal(path: Any) -> PermissionError:
    return PermissionError(errno.EPERM, os.strerror(errno.EPERM), path)
