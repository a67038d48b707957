def return_path(target: str | None, default: str) -> str:
    """Return the path that the user came from, or the default for other sites."""
    if target and target.startswith("/") and not target.startswith("//"):
        return target
    return default
