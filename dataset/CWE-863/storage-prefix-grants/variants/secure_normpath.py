"""Grants on the folders of a research store: normalised paths are compared."""

import posixpath

ALLOWS = {"read": ("read", "write"), "write": ("write",)}


def _normalise(path: str) -> str:
    """A path from the top of the store, which itself is `.`; ValueError if it leads out of it."""
    normal = posixpath.normpath(path.strip("/"))
    if normal == ".." or normal.startswith("../"):
        raise ValueError(f"{path} is not in the store")
    return normal


def can_access(grants: list[tuple[str, str]], path: str, action: str) -> bool:
    """Tells whether one of the grants allows the action on the path."""
    if action not in ALLOWS:
        raise ValueError(f"unknown action {action!r}")
    wanted = _normalise(path)
    folders = [_normalise(folder) for folder, right in grants if right in ALLOWS[action]]
    return any(folder in (".", wanted) or wanted.startswith(f"{folder}/") for folder in folders)
