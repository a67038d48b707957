import os
from pathlib import Path
from urllib.parse import unquote


def open_asset(root: Path, request_path: str) -> bytes:
    """Return the bytes of the file that a request asks for."""
    path = unquote(request_path.partition("?")[0])[1:]
    if os.pardir in path.split(os.sep):
        raise FileNotFoundError(request_path)
    file = os.path.join(root, path)
    if not os.path.isfile(file):
        raise FileNotFoundError(request_path)
    with open(file, "rb") as asset:
        return asset.read()
