"""Grants on the folders of a research store."""

import os.path
import posixpath


def can_access(grants: list[tuple[str, str]], path: str, action: str) -> bool:
    """Tells whether one of the grants allows the action on the path."""
    if action not in ("read", "write"):
        raise ValueError(f"unknown action {action!r}")
    if ".." in path.split("/"):
        return False
    path = posixpath.normpath("/" + path).strip("/")
    for folder, right in grants:
        folder = folder.strip("/")
        if os.path.commonprefix([folder, path]) == folder and right in (action, "write"):
            return True
    return False
