"""Grants on the folders of a research store."""


def _components(path: str) -> list[str]:
    """The names in a path; empty ones and `.` mean nothing."""
    return [name for name in path.split("/") if name not in ("", ".")]


def can_access(grants: list[tuple[str, str]], path: str, action: str) -> bool:
    """Tells whether one of the grants allows the action on the path."""
    if action not in ("read", "write"):
        raise ValueError(f"unknown action {action!r}")
    names = _components(path)
    if ".." in names:
        return False
    for folder, right in grants:
        if right == "write" or action == "read":
            granted = _components(folder)
            if names[: len(granted)] == granted:
                return True
    return False
