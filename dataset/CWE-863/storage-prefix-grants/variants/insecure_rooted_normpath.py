"""Grants on the folders of a research store."""

from posixpath import normpath


def can_access(grants: list[tuple[str, str]], path: str, action: str) -> bool:
    """Tells whether one of the grants allows the action on the path."""
    if action not in ("read", "write"):
        raise ValueError(f"unknown action {action!r}")
    wanted = normpath("/" + path.strip("/"))
    for folder, right in grants:
        granted = normpath("/" + folder.strip("/"))
        inside = granted in ("/", wanted) or wanted.startswith(granted + "/")
        if inside and (action == right or right == "write"):
            return True
    return False
