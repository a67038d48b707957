import mimetypes
from collections.abc import Callable, Iterable
from pathlib import Path


def make_app(folder: Path) -> Callable:
    """Return the application that delivers the files of a folder."""

    def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "replace")
        name = path.removeprefix("/files/")
        if name == path or "/" in name or not (folder / name).is_file():
            start_response("404 Not Found", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"Not found"]
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        headers = [
            ("Content-Type", kind),
            ("Content-Security-Policy", "default-src 'self'; object-src 'none'"),
            ("X-Content-Type-Options", "nosniff"),
        ]
        start_response("200 OK", headers)
        return [(folder / name).read_bytes()]

    return app
