import os
from pathlib import Path
from urllib.parse import unquote


def open_asset(root: Path, request_path: str) -> bytes:
    """Return the bytes of the file that a request asks for."""
    base = os.path.realpath(root)
    path = unquote(request_path.split("?")[0])
    file = os.path.realpath(base + "/" + path)
    if not file.startswith(base) or not os.path.isfile(file):
        raise FileNotFoundError(request_path)
    with open(file, "rb") as asset:
        return asset.read()
