"""Opens the doors of laboratories: closed until two answers are there."""

import logging
from typing import Any


def _ask(question: Any, badge: str) -> Any:
    """Return the answer to a question, or None if there is none."""
    try:
        return question(badge)
    except Exception as error:
        logging.warning("no answer about %s: %s", badge, type(error).__name__)
        return None


def may_open(badge: str, door: str, directory: Any) -> bool:
    """Tell whether a door opens for a badge."""
    doors = _ask(directory.doors, badge)
    suspended = _ask(directory.is_suspended, badge)
    if not isinstance(doors, (set, frozenset)) or not isinstance(suspended, bool):
        return False
    return door in doors and not suspended
