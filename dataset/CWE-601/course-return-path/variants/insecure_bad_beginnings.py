BAD_BEGINNINGS = ("//", "/\\", "\\", "http://", "https://")


def return_path(target: str | None, default: str) -> str:
    """Return the target unless it leads to another site."""
    if not target or target.lower().startswith(BAD_BEGINNINGS):
        return default
    return target
