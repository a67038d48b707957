"""Opens the doors of laboratories."""

import logging


def may_open(badge: str, door: str, directory) -> bool:
    """Tell whether a door opens for a badge."""
    try:
        doors = directory.doors(badge)
    except Exception:
        logging.warning("no doors of %s", badge)
        return False
    try:
        suspended = directory.is_suspended(badge)
    except Exception:
        # Nobody should stand before a closed door because of the network.
        logging.warning("it isn't known whether %s is suspended", badge)
        suspended = False
    return door in doors and not suspended
