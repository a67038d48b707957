"""Grants on the folders of a research store."""


def can_access(grants: list[tuple[str, str]], path: str, action: str) -> bool:
    """Tells whether one of the grants allows the action on the path."""
    if action not in ("read", "write"):
        raise ValueError(f"unknown action {action!r}")
    names = [name for name in path.replace("\\", "/").split("/") if name]
    if ".." in names:
        return False
    for folder, right in grants:
        granted = [name for name in folder.split("/") if name]
        if names[: len(granted)] == granted and right in (action, "write"):
            return True
    return False
