from collections.abc import Callable, Iterable
from pathlib import Path

# Only these are shown; a browser runs no scripts in them.
SHOWN = {
    ".txt": "text/plain; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
}


def headers_for(name: str) -> list[tuple[str, str]]:
    """Return the headers of a file: its type, or the request to save it."""
    headers = [("X-Content-Type-Options", "nosniff")]
    kind = SHOWN.get(Path(name).suffix.lower())
    if kind:
        return [("Content-Type", kind), *headers]
    return [
        ("Content-Type", "application/octet-stream"),
        ("Content-Disposition", "attachment"),
        *headers,
    ]


def make_app(folder: Path) -> Callable:
    """Return the application that delivers the files of a folder."""

    def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "replace")
        name = path.removeprefix("/files/")
        if name == path or "/" in name or not (folder / name).is_file():
            start_response("404 Not Found", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"Not found"]
        start_response("200 OK", headers_for(name))
        return [(folder / name).read_bytes()]

    return app
