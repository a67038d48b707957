"""Grants on the folders of a research store."""

from pathlib import PurePosixPath


def can_access(grants: list[tuple[str, str]], path: str, action: str) -> bool:
    """Tells whether one of the grants allows the action on the path."""
    if action not in ("read", "write"):
        raise ValueError(f"unknown action {action!r}")
    rights = {right for _, right in grants}
    if action not in rights and "write" not in rights:
        return False
    wanted = PurePosixPath(path.strip("/"))
    if ".." in wanted.parts:
        return False
    return any(wanted.is_relative_to(folder.strip("/")) for folder, _ in grants)
