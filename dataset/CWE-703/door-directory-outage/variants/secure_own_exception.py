"""Opens the doors of laboratories: every doubt ends in one exception, and that in "closed"."""

from __future__ import annotations


class _Closed(Exception):
    """The door stays closed."""


def _check(badge: str, door: str, directory) -> None:
    """Raise an exception unless the badge opens the door."""
    if door not in set(directory.doors(badge)):
        raise _Closed("not one of the doors")
    match directory.is_suspended(badge):
        case False:
            return
        case True:
            raise _Closed("suspended")
        case answer:
            raise _Closed(f"an answer that is neither yes nor no: {answer!r}")


def may_open(badge: str, door: str, directory) -> bool:
    """Tell whether a door opens for a badge."""
    try:
        _check(badge, door, directory)
    except Exception:
        return False
    return True
