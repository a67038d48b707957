"""Makes Pyodide behave like CPython on Linux where code under test would notice the difference.

install() is called once for both interpreters, connect() in each, when the memory images are made.
The file modes, exclusive creation, hard links and the key derivation are done by the worker
(linux-device.ts); here is what Python sees.
"""

from __future__ import annotations

import _thread
import asyncio
import asyncio.base_events
import asyncio.events
import asyncio.runners
import importlib
import importlib.util
import json
import operator
import os
import pathlib
import signal
import sys
import threading
import time
import types
from collections.abc import Callable
from importlib.machinery import BuiltinImporter
from typing import Any, NoReturn

import linux_hashes
import linux_json
import linux_users
from bridge import open_bridge

DEVICE = "/dev/linux"

_ask: Callable[[dict[str, Any]], dict[str, Any]]


def install() -> None:
    """Replace what is missing or different."""
    _install_umask()
    linux_users.install()
    _install_links()
    linux_json.install()
    linux_hashes.install(lambda request: _ask(request))
    _install_sleep()
    _install_event_loop()
    _install_threads()
    _install_alarms()


def connect() -> None:
    """Open the device of this interpreter."""
    global _ask
    send = open_bridge(DEVICE)

    def ask(request: dict[str, Any]) -> dict[str, Any]:
        return json.loads(send(json.dumps(request).encode()))

    _ask = ask


def compile_module(source: str, file: str) -> types.CodeType:
    """Compile code on the whole stack: 50 times `elif` need more than recursion is left."""
    _ask({"call": "stack", "limit": "none"})
    try:
        return compile(source, file, "exec", dont_inherit=True)
    finally:
        _ask({"call": "stack", "limit": "safe"})


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
        if current != previous:
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
        """Create a hard link to a file."""
        if src_dir_fd is not None or dst_dir_fd is not None:
            raise NotImplementedError("dir_fd unavailable on this platform")
        request = {"from": _path(src), "to": _path(dst), "follow": bool(follow_symlinks)}
        number = _ask({"call": "link", **request})["errno"]
        if number:
            raise OSError(number, os.strerror(number), src, None, dst)

    def hardlink_to(path: pathlib.Path, target: Any) -> None:
        """Make this path a hard link pointing to the same file as *target*."""
        os.link(target, path)

    os.link = link
    os.supports_follow_symlinks.add(link)
    pathlib.Path.hardlink_to = hardlink_to  # which was decided when pathlib was imported


def _path(path: Any) -> str:
    text = os.fsencode(path).decode(errors="replace")  # as the file system below reads it
    if "\0" in text:
        raise ValueError("embedded null byte")
    return text


# -- time and threads


def _install_sleep() -> None:
    # Pyodide's time.sleep leads to JavaScript; a second module object has the one of C.
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
