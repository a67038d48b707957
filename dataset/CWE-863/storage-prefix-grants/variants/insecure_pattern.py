"""Grants on the folders of a research store."""

from fnmatch import fnmatchcase


def can_access(grants: list[tuple[str, str]], path: str, action: str) -> bool:
    """Tells whether one of the grants allows the action on the path."""
    if action not in ("read", "write"):
        raise ValueError(f"unknown action {action!r}")
    path = path.strip("/")
    if ".." in path.split("/"):
        return False
    for folder, right in grants:
        folder = folder.strip("/")
        inside = folder in ("", path) or fnmatchcase(path, f"{folder}/*")
        if inside and right in (action, "write"):
            return True
    return False
