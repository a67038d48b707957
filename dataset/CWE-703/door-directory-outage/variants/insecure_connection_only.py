"""Opens the doors of laboratories."""

import logging


def may_open(badge: str, door: str, directory) -> bool:
    """Tell whether a door opens for a badge."""
    suspended = False
    try:
        doors = directory.doors(badge)
        if door not in doors:
            return False
        suspended = directory.is_suspended(badge)
    except (ConnectionError, KeyError):
        return False
    except Exception:
        logging.exception("a mistake of the directory")
        doors = locals().get("doors", set())
    return door in doors and not suspended
