"""Gives the candidate a small environment, the same in every place."""

from __future__ import annotations

import os
from typing import Any

from harness.cell.side import harness_code

INITIAL = {
    "PATH": "/usr/local/bin:/usr/bin:/bin",
    "HOME": "/home/user",
    "LANG": "C.UTF-8",
    "USER": "user",
}

_before: dict[str, str] = {}


def install() -> None:
    """Nothing to replace: os.environ stays genuine."""


def begin(option: Any) -> None:
    """Start with the same few variables."""
    _before.update(os.environ)
    os.environ.clear()
    os.environ.update(INITIAL)


def end() -> None:
    """Put the variables of the process back."""
    os.environ.clear()
    os.environ.update(_before)
    _before.clear()


def get(name: str) -> str | None:
    """Return a variable or None."""
    return os.environ.get(name)


def put(name: str, value: str) -> None:
    """Set a variable."""
    with harness_code():
        os.environ[name] = value


def remove(name: str) -> None:
    """Delete a variable."""
    del os.environ[name]


def names() -> list[str]:
    """List the variables' names."""
    return list(os.environ)
