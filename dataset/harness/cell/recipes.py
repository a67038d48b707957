"""Makes things in the candidate's interpreter at the tests' request."""

from __future__ import annotations

import importlib
import io
import logging
import sqlite3
from typing import Any

from harness.cell.side import harness_code

_open = io.open


def connection(path: str) -> sqlite3.Connection:
    """Open a sqlite3 connection to a file."""
    with harness_code():
        return sqlite3.connect(path)


def open_file(path: str, mode: str = "r", **named: Any) -> Any:
    """Open a file."""
    with harness_code():
        return _open(path, mode, **named)


def bytes_io(data: bytes) -> io.BytesIO:
    """Make a binary stream."""
    return io.BytesIO(data)


def string_io(text: str) -> io.StringIO:
    """Make a text stream."""
    return io.StringIO(text)


def logger(name: str) -> logging.Logger:
    """Get a logger that passes records of every level on."""
    made = logging.getLogger(name)
    made.setLevel(1)
    return made


def call(target: str, *arguments: Any, **named: Any) -> Any:
    """Call "module:qualified.name"."""
    module, _, qualname = target.partition(":")
    item: Any = importlib.import_module(module)
    for name in qualname.split("."):
        item = getattr(item, name)
    return item(*arguments, **named)
