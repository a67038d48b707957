"""Grants on the folders of a research store."""


def can_access(grants: list[tuple[str, str]], path: str, action: str) -> bool:
    """Tells whether one of the grants allows the action on the path."""
    if action not in ("read", "write"):
        raise ValueError(f"unknown action {action!r}")
    path = "/" + path.strip("/") + "/"
    for folder, right in grants:
        if action == "write" and right == "read":
            continue
        folder = folder.strip("/")
        if not folder or path.startswith(f"/{folder}/"):
            return True
    return False
