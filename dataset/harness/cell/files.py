"""Doubles for the functions that look at and use files: owners, and an attacker's moments."""

from __future__ import annotations

import builtins
import io
import os
import sys
import tempfile
from collections.abc import Callable
from typing import Any

from harness.cell import entropy, rights
from harness.cell.owners import GROUP_ID, OWNERS, USER_ID, with_owner
from harness.cell.scans import Scan
from harness.cell.side import SIDE, harness_code
from harness.cell.watches import WATCHES, Watch

_RANDOM_DEVICES = ("/dev/urandom", "/dev/random")
_WRITE_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def watch(number: int, moment: str, path: str, nth: int) -> None:
    """Wait for the nth event of a kind at a path; then ask the judge to act."""
    WATCHES.waiting.append(Watch(number, moment, WATCHES.canonical(path, None), nth))


def _stat_double(genuine: Callable[..., os.stat_result]) -> Callable[..., os.stat_result]:
    def look(path: Any, **named: Any) -> os.stat_result:
        try:
            return with_owner(genuine(path, **named))
        finally:
            WATCHES.looked(path, named.get("dir_fd"))

    return look


def _scandir_double(genuine: Callable[..., Any]) -> Callable[..., Any]:
    def scandir(path: Any = ".") -> Any:
        found = genuine(path)
        if not SIDE.candidate:
            return found
        WATCHES.listed(path)
        return Scan(found)

    return scandir


# -- looks, uses, creations


def _look_double(genuine: Callable[..., Any]) -> Callable[..., Any]:
    def look(path: Any, *arguments: Any, **named: Any) -> Any:
        try:
            return genuine(path, *arguments, **named)
        finally:
            WATCHES.looked(path, named.get("dir_fd"))

    return look


def _list_double(genuine: Callable[..., Any]) -> Callable[..., Any]:
    def listdir(path: Any = ".") -> Any:
        try:
            return genuine(path)
        finally:
            WATCHES.listed(path)

    return listdir


def _use_double(genuine: Callable[..., Any]) -> Callable[..., Any]:
    def use(path: Any, *arguments: Any, **named: Any) -> Any:
        WATCHES.uses(path, named.get("dir_fd"))
        return genuine(path, *arguments, **named)

    return use


def _make_double(genuine: Callable[..., Any]) -> Callable[..., Any]:
    """Double for mkdir and the like: the first argument is made."""

    def make(path: Any, *arguments: Any, **named: Any) -> Any:
        return _make(path, named.get("dir_fd"), lambda: genuine(path, *arguments, **named))

    return make


def _link_double(genuine: Callable[..., Any]) -> Callable[..., Any]:
    """Double for link and symlink: the second argument is made."""

    def link(src: Any, dst: Any, *arguments: Any, **named: Any) -> Any:
        dir_fd = named.get("dst_dir_fd", named.get("dir_fd"))
        return _make(dst, dir_fd, lambda: genuine(src, dst, *arguments, **named))

    return link


def _move_double(genuine: Callable[..., Any]) -> Callable[..., Any]:
    """Double for rename and replace."""

    def move(src: Any, dst: Any, **named: Any) -> Any:
        WATCHES.uses(src, named.get("src_dir_fd"))
        action = lambda: genuine(src, dst, **named)  # noqa: E731
        return _make(dst, named.get("dst_dir_fd"), action)

    return move


def _make(path: Any, dir_fd: int | None, action: Callable[[], Any]) -> Any:
    WATCHES.uses(path, dir_fd)
    is_new = WATCHES.creates(path, dir_fd)
    result = action()
    if is_new:
        WATCHES.created(path, dir_fd)
    return result


def _os_open_double(genuine: Callable[..., int]) -> Callable[..., int]:
    def open_descriptor(path: Any, flags: int, mode: int = 0o777, **named: Any) -> int:
        if not WATCHES.active():
            return genuine(path, flags, mode, **named)
        dir_fd = named.get("dir_fd")
        action = lambda: genuine(path, flags, mode, **named)  # noqa: E731
        if flags & os.O_CREAT:
            descriptor = _make(path, dir_fd, action)
        elif flags & _WRITE_FLAGS:
            WATCHES.uses(path, dir_fd)
            descriptor = action()
        else:
            try:
                descriptor = action()
            finally:
                WATCHES.looked(path, dir_fd)
        WATCHES.directories[descriptor] = WATCHES.canonical(path, dir_fd)
        return descriptor

    return open_descriptor


def _open_double(genuine: Callable[..., Any]) -> Callable[..., Any]:
    def open_file(
        file: Any,
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        closefd: bool = True,
        opener: Any = None,
    ) -> Any:
        def action() -> Any:
            return genuine(file, mode, buffering, encoding, errors, newline, closefd, opener)

        if not SIDE.candidate or isinstance(file, int):
            return action()
        if str(file) in _RANDOM_DEVICES:
            entropy.drew("os.urandom")
        if opener is not None or not isinstance(mode, str) or not WATCHES.active():
            return action()
        if any(letter in mode for letter in "wax"):
            return _make(file, None, action)
        if "+" in mode:
            WATCHES.uses(file)
            return action()
        try:
            return action()
        finally:
            WATCHES.looked(file)

    return open_file


_DOUBLES: dict[str, Callable[[Callable[..., Any]], Callable[..., Any]]] = {
    "stat": _stat_double,
    "lstat": _stat_double,
    "fstat": lambda genuine: lambda fd: with_owner(genuine(fd)),
    "scandir": _scandir_double,
    "listdir": _list_double,
    "access": _look_double,
    "readlink": _look_double,
    "open": _os_open_double,
    "rename": lambda genuine: _move_double(rights.sticky_move(genuine)),
    "replace": lambda genuine: _move_double(rights.sticky_move(genuine)),
    "link": _link_double,
    "symlink": _link_double,
    "mkdir": _make_double,
    "mkfifo": _make_double,
    "mknod": _make_double,
    "truncate": _use_double,
    "chmod": lambda genuine: _use_double(rights.owner_only(genuine)),
    "fchmod": rights.owner_only,
    "utime": lambda genuine: _use_double(rights.times_by_owner(genuine)),
    "chown": lambda genuine: _use_double(rights.gives_nothing_away(genuine)),
    "lchown": lambda genuine: _use_double(rights.gives_nothing_away(genuine, follow=False)),
    "fchown": rights.gives_nothing_away,
    **dict.fromkeys(
        ("unlink", "remove", "rmdir"), lambda genuine: _use_double(rights.sticky(genuine))
    ),
}
_CAPABILITIES = (
    "supports_dir_fd", "supports_effective_ids", "supports_fd", "supports_follow_symlinks",
)  # fmt: skip


def install() -> None:
    """Put the doubles in place, on top of whatever makes this interpreter behave like Linux."""
    for name, make in _DOUBLES.items():
        genuine = getattr(os, name, None)
        if genuine is None:
            continue
        double = make(genuine)
        double.__name__ = double.__qualname__ = name
        setattr(os, name, double)
        for capability in _CAPABILITIES:
            functions = getattr(os, capability)
            if genuine in functions:
                functions.add(double)
    builtins.open = io.open = _open_double(builtins.open)  # type: ignore[assignment]
    if "tarfile" in sys.modules:
        sys.modules["tarfile"].bltn_open = builtins.open  # type: ignore[attr-defined]
    tempfile._get_default_tempdir = _temporary_folder  # type: ignore[attr-defined]
    for name, number in (
        ("getuid", USER_ID), ("geteuid", USER_ID), ("getgid", GROUP_ID), ("getegid", GROUP_ID),
    ):  # fmt: skip
        setattr(os, name, _identity(getattr(os, name, None), number))


def _temporary_folder() -> str:
    """Find the place for temporary files as tempfile does, without its trial file."""
    with harness_code():
        for folder in (*map(os.environ.get, ("TMPDIR", "TEMP", "TMP")), "/tmp", os.getcwd()):
            if folder and os.path.isdir(folder) and os.access(folder, os.W_OK):
                return os.path.abspath(folder)
    raise FileNotFoundError(2, "No usable temporary directory found")


def _identity(genuine: Callable[[], int] | None, number: int) -> Callable[[], int]:
    return lambda: number if SIDE.candidate or genuine is None else genuine()


def begin(option: dict[str, Any] | None) -> None:
    """Take the test's attacker, and forget owners and the place for temporary files."""
    WATCHES.reset(None if option is None else option["fire"])
    OWNERS.clear()
    tempfile.tempdir = None


def end() -> None:
    """Forget the test's attacker."""
    with harness_code():
        WATCHES.reset(None)
    OWNERS.clear()
