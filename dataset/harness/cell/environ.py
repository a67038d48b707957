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

_genuine: dict[bytes, bytes] = {}
_mapping, _mapping_of_bytes = os.environ, os.environb


def install() -> None:
    """Keep the variables of the process."""
    global _genuine
    _genuine = os.environ._data  # type: ignore[attr-defined]


def begin(option: Any) -> None:
    """Start with the same few variables."""
    _exchange({os.fsencode(name): os.fsencode(value) for name, value in INITIAL.items()})


def end() -> None:
    """Put the variables of the process back."""
    _exchange(_genuine)


def _exchange(variables: dict[bytes, bytes]) -> None:
    """Let os.environ stand for other variables, without a system call for each."""
    os.environ, os.environb = _mapping, _mapping_of_bytes  # a candidate may have replaced them
    os.environ._data = variables  # type: ignore[attr-defined]
    os.environb._data = variables  # type: ignore[attr-defined]


def get(name: str) -> str | None:
    """Return a variable or None."""
    return os.environ.get(name)


def everything() -> dict[str, str]:
    """Return what a process that is started gets, whatever os.environ has been replaced by."""
    return dict(_mapping.items())


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
