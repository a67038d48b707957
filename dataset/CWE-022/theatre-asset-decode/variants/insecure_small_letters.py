from pathlib import Path
from urllib.parse import unquote


def open_asset(root: Path, request_path: str) -> bytes:
    """Return the bytes of the file that a request asks for."""
    path = request_path.split("?", 1)[0].lstrip("/")
    path = path.replace("%2e", ".").replace("%2f", "/")
    if ".." in path or path.startswith("/"):
        raise FileNotFoundError(request_path)
    file = root / unquote(path)
    if not file.is_file():
        raise FileNotFoundError(request_path)
    return file.read_bytes()
