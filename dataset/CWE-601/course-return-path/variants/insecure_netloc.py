from urllib.parse import urlparse


def return_path(target: str | None, default: str) -> str:
    """Return the target unless it names another host."""
    if not target or urlparse(target).netloc:
        return default
    return target
