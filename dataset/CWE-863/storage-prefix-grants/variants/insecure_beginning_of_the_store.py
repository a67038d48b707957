"""Grants on the folders of a research store."""

import posixpath

ROOT = "/srv/store"


def can_access(grants: list[tuple[str, str]], path: str, action: str) -> bool:
    """Tells whether one of the grants allows the action on the path."""
    if action not in ("read", "write"):
        raise ValueError(f"unknown action {action!r}")
    place = posixpath.normpath(f"{ROOT}/{path}")
    if not place.startswith(ROOT):
        return False
    names = [name for name in place[len(ROOT) :].split("/") if name]
    for folder, right in grants:
        granted = [name for name in folder.split("/") if name]
        if names[: len(granted)] == granted and right in (action, "write"):
            return True
    return False
