"""Grants on the folders of a research store: compared as paths of the server."""

from pathlib import PurePosixPath

STORE = PurePosixPath("/srv/store")


def _place(path: str) -> PurePosixPath:
    """Where a path of the store is on the server."""
    place = STORE / path.strip("/")
    if ".." in place.parts:
        raise ValueError("no steps upwards, please")
    return place


def can_access(grants: list[tuple[str, str]], path: str, action: str) -> bool:
    """Tells whether one of the grants allows the action on the path."""
    if action == "read":
        sufficient = {"read", "write"}
    elif action == "write":
        sufficient = {"write"}
    else:
        raise ValueError(action)
    try:
        place = _place(path)
    except ValueError:
        return False
    return any(
        right in sufficient and place.is_relative_to(_place(folder)) for folder, right in grants
    )
