def return_path(target: str | None, default: str) -> str:
    """Return the path that the user came from, or the default for other sites."""
    if not target or target[0] != "/":
        return default
    if target[1:2] in ("/", "\\"):
        return default
    return target
