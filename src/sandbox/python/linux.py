"""Makes Pyodide behave like CPython on Linux where code under test would notice the difference.

install() is called once in either interpreter, before the heap is frozen. The file modes, exclusive
creation and the key derivation are done by the worker (linux-device.ts); here is what Python sees.
"""

from __future__ import annotations

import _thread
import asyncio
import asyncio.base_events
import asyncio.events
import asyncio.runners
import errno
import hashlib
import importlib
import importlib.util
import json
import operator
import os
import shutil
import signal
import sys
import threading
import time
import types
from collections import namedtuple
from collections.abc import Callable
from importlib.machinery import BuiltinImporter
from typing import Any, NoReturn

from bridge import open_bridge

DEVICE = "/dev/linux"
USER_ID = 1000
USER_NAME = "user"
HOME = "/home/user"

_SCRYPT_MEMORY = 32 * 1024 * 1024
"""What OpenSSL allows scrypt by default, in bytes."""

_ask: Callable[[dict[str, Any]], dict[str, Any]]


def install() -> None:
    """Replace what is missing or different. The order matters only for the device."""
    global _ask
    send = open_bridge(DEVICE)

    def ask(request: dict[str, Any]) -> dict[str, Any]:
        return json.loads(send(json.dumps(request).encode()))

    _ask = ask
    _install_umask()
    _install_user()
    _install_links()
    _install_key_derivation()
    _install_sleep()
    _install_event_loop()
    _install_threads()
    _install_alarms()


def _missing(name: str) -> None:
    """Tell the judge that this code needs something that isn't here; says nothing in the judge."""
    cell = sys.modules.get("cell_main")
    if cell is not None and hasattr(cell, "_endpoint"):
        cell.report_missing(name)


# -- files


def _install_umask() -> None:
    current = 0o022  # also what the worker starts with

    def umask(mask: int, /) -> int:
        """Set the current numeric umask and return the previous umask."""
        nonlocal current
        previous, current = current, operator.index(mask) & 0o777
        _ask({"call": "umask", "mask": current})
        return previous

    os.umask = umask


def _install_links() -> None:
    def link(
        src: Any,
        dst: Any,
        *,
        src_dir_fd: int | None = None,
        dst_dir_fd: int | None = None,
        follow_symlinks: bool = True,
    ) -> None:
        """Create a hard link. Here it is a copy: later changes of one aren't seen in the other."""
        if src_dir_fd is not None or dst_dir_fd is not None:
            raise NotImplementedError("dir_fd unavailable on this platform")
        if os.path.lexists(dst):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), src, None, dst)
        if os.path.isdir(src):
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), src, None, dst)
        shutil.copy2(src, dst, follow_symlinks=follow_symlinks)

    os.link = link


# -- users


def _install_user() -> None:
    def user_id() -> int:
        """Return the current process's user or group id."""
        return USER_ID

    for name in ("getuid", "geteuid", "getgid", "getegid"):
        setattr(os, name, user_id)
    os.getgroups = lambda: [USER_ID]
    os.getresuid = os.getresgid = lambda: (USER_ID, USER_ID, USER_ID)
    os.getlogin = lambda: USER_NAME
    for name in ("chown", "lchown", "fchown"):
        _install_chown(name)
    sys.modules["pwd"] = _users_module()
    sys.modules["grp"] = _groups_module()


def _install_chown(name: str) -> None:
    genuine = getattr(os, name, None)
    if genuine is None:
        return

    def chown(path: Any, uid: int, gid: int, **options: Any) -> None:
        """Change the owner; only root may give a file away."""
        if uid not in (-1, USER_ID) or gid not in (-1, USER_ID):
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), path)
        genuine(path, uid, gid, **options)

    chown.__name__ = chown.__qualname__ = name
    setattr(os, name, chown)


def _users_module() -> types.ModuleType:
    fields = "pw_name pw_passwd pw_uid pw_gid pw_gecos pw_dir pw_shell"
    struct_passwd = namedtuple("struct_passwd", fields)
    users = [
        struct_passwd("root", "x", 0, 0, "root", "/root", "/bin/bash"),
        struct_passwd(USER_NAME, "x", USER_ID, USER_ID, "", HOME, "/bin/bash"),
    ]
    module = types.ModuleType("pwd", "The users of this machine.")
    module.struct_passwd = struct_passwd
    module.getpwall = lambda: list(users)
    module.getpwnam = _finder(users, "pw_name", "getpwnam(): name not found: {!r}")
    module.getpwuid = _finder(users, "pw_uid", "getpwuid(): uid not found: {}")
    return module


def _groups_module() -> types.ModuleType:
    struct_group = namedtuple("struct_group", "gr_name gr_passwd gr_gid gr_mem")
    groups = [struct_group("root", "x", 0, []), struct_group(USER_NAME, "x", USER_ID, [])]
    module = types.ModuleType("grp", "The groups of this machine.")
    module.struct_group = struct_group
    module.getgrall = lambda: list(groups)
    module.getgrnam = _finder(groups, "gr_name", "getgrnam(): name not found: {!r}")
    module.getgrgid = _finder(groups, "gr_gid", "getgrgid(): gid not found: {}")
    return module


def _finder(entries: list[Any], field: str, message: str) -> Callable[[Any], Any]:
    def find(key: Any, /) -> Any:
        for entry in entries:
            if getattr(entry, field) == key:
                return entry
        raise KeyError(message.format(key))

    return find


# -- hashes


def _install_key_derivation() -> None:
    hashlib.pbkdf2_hmac = pbkdf2_hmac
    hashlib.scrypt = scrypt


def pbkdf2_hmac(
    hash_name: str, password: Any, salt: Any, iterations: int, dklen: int | None = None
) -> bytes:
    """Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function."""
    if not isinstance(hash_name, str):
        kind = type(hash_name).__name__
        raise TypeError(f"pbkdf2_hmac() argument 'hash_name' must be str, not {kind}")
    name = hashlib.new(hash_name).name
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    if dklen is None:
        dklen = hashlib.new(name).digest_size
    if dklen < 1:
        raise ValueError("key length must be greater than 0.")
    return _derive(
        kind="pbkdf2",
        hash=name,
        password=_octets(password),
        salt=_octets(salt),
        rounds=iterations,
        length=dklen,
    )


def scrypt(
    password: Any, *, salt: Any, n: int, r: int, p: int, maxmem: int = 0, dklen: int = 64
) -> bytes:
    """scrypt password-based key derivation function (RFC 7914), with OpenSSL's limits."""
    if n < 2 or n & (n - 1):
        raise ValueError("n must be a power of 2.")
    if r < 1 or p < 1 or dklen < 1:
        raise ValueError("r, p and dklen must be positive.")
    needed = 128 * r * p + 32 * r * (n + 2) * 4
    if needed > (maxmem or _SCRYPT_MEMORY):
        raise ValueError("[digital envelope routines] memory limit exceeded")
    return _derive(
        kind="scrypt",
        password=_octets(password),
        salt=_octets(salt),
        n=n,
        r=r,
        p=p,
        length=dklen,
    )


def _octets(value: Any) -> str:
    if isinstance(value, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return bytes(memoryview(value)).hex()


def _derive(**request: Any) -> bytes:
    reply = _ask({"call": "derive-key", **request})
    if "error" in reply:
        raise ValueError(reply["error"])
    return bytes.fromhex(reply["key"])


# -- time and threads


def _install_sleep() -> None:
    # Pyodide replaces time.sleep by one that leads to JavaScript; a second module object has C's own.
    spec = BuiltinImporter.find_spec("time")
    assert spec is not None
    fresh = importlib.util.module_from_spec(spec)
    BuiltinImporter.exec_module(fresh)
    time.sleep = fresh.sleep


class _Selector:
    """Waits for time to pass; there are no sockets to wait for."""

    def __init__(self, sleep: Callable[[float], None]) -> None:
        self._sleep = sleep

    def select(self, timeout: float | None = None) -> list[Any]:
        if timeout:
            self._sleep(timeout)
        return []

    def close(self) -> None:
        """Nothing is held."""


class EventLoop(asyncio.base_events.BaseEventLoop):
    """A loop for coroutines and timers that runs on this thread, as asyncio.run expects it."""

    def __init__(self) -> None:
        super().__init__()
        self._selector = _Selector(lambda seconds: time.sleep(seconds))

    def _process_events(self, event_list: list[Any]) -> None:
        """There are none: see _Selector."""

    def _write_to_self(self) -> None:
        """Nobody else could wake the loop: there are no other threads."""


def _install_event_loop() -> None:
    importlib.reload(asyncio.runners)
    asyncio.run = asyncio.runners.run
    asyncio.Runner = asyncio.runners.Runner
    asyncio.new_event_loop = asyncio.events.new_event_loop = EventLoop
    asyncio.events._set_running_loop(None)


def _install_threads() -> None:
    def start(*_arguments: Any, **_options: Any) -> NoReturn:
        """Start a thread: not possible in a browser's Python."""
        _missing("threads")
        raise RuntimeError("can't start new thread")

    for name in ("start_new_thread", "start_new", "start_joinable_thread"):
        if hasattr(_thread, name):
            setattr(_thread, name, start)
    for name in ("_start_new_thread", "_start_joinable_thread"):
        if hasattr(threading, name):
            setattr(threading, name, start)


def _install_alarms() -> None:
    def alarm(seconds: int, /) -> int:
        """Arrange for SIGALRM to arrive: it never does here, and the judge is told."""
        if seconds:
            _missing("signal.alarm")
        return 0

    def setitimer(_which: int, seconds: float, _interval: float = 0.0, /) -> tuple[float, float]:
        """Like alarm(), for parts of a second."""
        if seconds:
            _missing("signal.setitimer")
        return (0.0, 0.0)

    signal.alarm = alarm
    signal.setitimer = setitimer
    for name, number in (("ITIMER_REAL", 0), ("ITIMER_VIRTUAL", 1), ("ITIMER_PROF", 2)):
        if not hasattr(signal, name):
            setattr(signal, name, number)
