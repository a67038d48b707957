from pathlib import Path
from urllib.parse import unquote


def decoded(segment: str) -> str:
    """Decode one segment of a path; it has to name an entry of a folder."""
    name = unquote(segment)
    if name in ("", ".", "..") or "/" in name or "\0" in name:
        raise FileNotFoundError(f"no asset has {segment!r} in its path")
    return name


def open_asset(root: Path, request_path: str) -> bytes:
    """Return the bytes of the file that a request asks for; FileNotFoundError if there is none."""
    path, _, _ = request_path.partition("?")
    file = root.joinpath(*map(decoded, path.removeprefix("/").split("/")))
    if not file.is_file():
        raise FileNotFoundError(f"no asset {path!r}")
    return file.read_bytes()
