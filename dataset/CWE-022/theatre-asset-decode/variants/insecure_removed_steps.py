from pathlib import Path
from urllib.parse import unquote


def open_asset(root: Path, request_path: str) -> bytes:
    """Return the bytes of the file that a request asks for."""
    path = unquote(request_path.split("?", 1)[0])
    path = path.replace("../", "").lstrip("/")
    file = root / path
    if not file.is_file():
        raise FileNotFoundError(request_path)
    return file.read_bytes()
