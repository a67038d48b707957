from pathlib import Path
from urllib.parse import unquote


def local_file(root: Path, url_path: str) -> Path:
    """Return the file that belongs to the path of a URL."""
    return root.joinpath(*(unquote(segment) for segment in url_path.split("/")))


def open_asset(root: Path, request_path: str) -> bytes:
    """Return the bytes of the file that a request asks for."""
    path = unquote(request_path.split("?", 1)[0])
    segments = [segment for segment in path.split("/") if segment not in ("", ".")]
    if ".." in segments:
        raise FileNotFoundError(request_path)
    file = local_file(root, "/".join(segments))
    if not file.is_file():
        raise FileNotFoundError(request_path)
    return file.read_bytes()
