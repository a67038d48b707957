import os
from pathlib import Path
from urllib.parse import unquote, urlsplit


def open_asset(root: Path, request_path: str) -> bytes:
    """Return the bytes of the file that a request asks for; FileNotFoundError if there is none."""
    path = unquote(urlsplit(f"http://theatre.invalid{request_path}").path)
    base = os.path.realpath(root)
    try:
        file = os.path.realpath(os.path.join(base, path.lstrip("/")))
        if os.path.commonpath((base, file)) == base:
            with open(file, "rb") as asset:
                return asset.read()
    except (OSError, ValueError):
        # A folder, a name that no file can have, or nothing at all.
        raise FileNotFoundError(request_path) from None
    raise FileNotFoundError(request_path)
