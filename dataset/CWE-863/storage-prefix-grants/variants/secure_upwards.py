"""Grants on the folders of a research store: looks for a grant on the way up from the file."""

from collections.abc import Iterator


def _way_up(path: str) -> Iterator[tuple[str, ...]]:
    """The file or folder, the folder that holds it, and so on up to the top of the store."""
    names: list[str] = []
    for name in path.split("/"):
        if name == "..":
            if not names:
                return
            names.pop()
        elif name not in ("", "."):
            names.append(name)
    for length in range(len(names), -1, -1):
        yield tuple(names[:length])


def can_access(grants: list[tuple[str, str]], path: str, action: str) -> bool:
    """Tells whether one of the grants allows the action on the path."""
    if action not in {"read", "write"}:
        raise ValueError(f"{action} is no action")
    rights: dict[tuple[str, ...], set[str]] = {}
    for folder, right in grants:
        names = tuple(name for name in folder.split("/") if name)
        rights.setdefault(names, set()).update({right, "read"})
    return any(action in rights.get(names, ()) for names in _way_up(path))
