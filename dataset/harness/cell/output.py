"""Sends what the candidate prints, logs and warns of to the judge."""

from __future__ import annotations

import io
import logging
import sys
import traceback
import warnings
from collections.abc import Callable
from typing import Any

from harness.cell.side import SIDE

MAX_BYTES = 1_000_000
"""More output than this is dropped: a candidate in a printing loop must not fill the judge."""

_genuine_handle = logging.Logger.handle
_genuine_show = warnings.showwarning
_root = logging.getLogger()


class _State:
    """The current test's callbacks and what was there before it."""

    callbacks: dict[str, Callable[..., None]] | None = None
    room = MAX_BYTES
    streams: tuple[Any, Any] | None = None
    filters: list[Any] = []
    level = logging.WARNING
    loggers: dict[str, Any] = {}


class _Stream(io.RawIOBase):
    """Standard output or error: each write goes to the judge at once."""

    def __init__(self, name: str, genuine: Any) -> None:
        self._stream_name = name
        self._genuine = genuine

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        content = bytes(data)
        if not SIDE.candidate:
            self._genuine.write(content.decode("utf-8", "replace"))
        elif _State.callbacks is not None and _State.room > 0:
            _State.room -= len(content)
            _State.callbacks["write"](self._stream_name, content)
        return len(content)


def _text_stream(name: str, genuine: Any) -> io.TextIOWrapper:
    raw = _Stream(name, genuine)
    return io.TextIOWrapper(raw, "utf-8", "backslashreplace", write_through=True)  # type: ignore


def _handle(self: logging.Logger, record: logging.LogRecord) -> None:
    if SIDE.candidate and _State.callbacks is not None and _State.room > 0:
        try:
            message = record.getMessage()
        except Exception:  # wrong arguments for the format: logging itself only prints them
            message = f"{record.msg} {record.args}"
        trace = None
        if record.exc_info and record.exc_info[1] is not None:
            trace = "".join(traceback.format_exception(record.exc_info[1]))
        _State.room -= len(message) + len(trace or "")
        _State.callbacks["log"](str(record.name), str(record.levelname), str(message), trace)
    _genuine_handle(self, record)


def _show(message: Any, category: Any, *rest: Any, **named: Any) -> None:
    if SIDE.candidate and _State.callbacks is not None:
        _State.callbacks["warn"](str(category.__name__), str(message))
    else:
        _genuine_show(message, category, *rest, **named)


def install() -> None:
    """Put the doubles for log records and warnings in place."""
    logging.Logger.handle = _handle  # type: ignore[method-assign]
    warnings.showwarning = _show
    _State.loggers = dict(_root.manager.loggerDict)


def begin(option: dict[str, Callable[..., None]] | None) -> None:
    """Give the candidate fresh streams, loggers and warning filters."""
    _State.callbacks = option
    _State.room = MAX_BYTES
    _State.streams = (sys.stdout, sys.stderr)
    sys.stdout = _text_stream("stdout", sys.stdout)
    sys.stderr = _text_stream("stderr", sys.stderr)
    _State.filters = warnings.filters[:]
    warnings.simplefilter("always")
    _State.level = _root.level
    _root.setLevel(1)


def end() -> None:
    """Put back what was there before the test."""
    if _State.streams is not None:
        sys.stdout, sys.stderr = _State.streams
    _State.streams = None
    _State.callbacks = None
    warnings.filters[:] = _State.filters
    _root.handlers.clear()
    _root.setLevel(_State.level)
    loggers = _root.manager.loggerDict
    for name in [name for name in loggers if name not in _State.loggers]:
        del loggers[name]
