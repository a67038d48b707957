"""Opens the doors of laboratories."""

import logging


def may_open(badge: str, door: str, directory) -> bool:
    """Tell whether a door opens for a badge; without complete answers it doesn't."""
    try:
        return door in directory.doors(badge) and directory.is_suspended(badge) is False
    except Exception:
        logging.exception("the directory has not answered about %s", badge)
        return False
