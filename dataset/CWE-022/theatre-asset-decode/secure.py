from pathlib import Path
from urllib.parse import unquote


def open_asset(root: Path, request_path: str) -> bytes:
    """Return the bytes of the file that a request asks for; FileNotFoundError if there is none."""
    # Decoded once, and only then looked at; nothing below decodes again.
    path = unquote(request_path.split("?", 1)[0])
    if "\0" in path:
        raise FileNotFoundError(request_path)
    base = root.resolve()
    file = (base / path.lstrip("/")).resolve()
    if not file.is_relative_to(base) or not file.is_file():
        raise FileNotFoundError(request_path)
    return file.read_bytes()
