"""Opens the doors of laboratories."""

_known: dict[str, set[str]] = {}


def may_open(badge: str, door: str, directory) -> bool:
    """Tell whether a door opens for a badge; during an outage by what was known before."""
    try:
        doors = directory.doors(badge)
        if directory.is_suspended(badge) is not False:
            return False
        _known[badge] = set(doors)
    except KeyError:
        return False
    except Exception:
        doors = _known.get(badge, set())
    return door in doors
