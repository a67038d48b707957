import mimetypes
from collections.abc import Callable, Iterable
from pathlib import Path


def make_app(folder: Path) -> Callable:
    """Return the application that delivers files, each as a document without any rights."""

    def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "replace")
        prefix, _, name = path.rpartition("/")
        if prefix != "/files" or not (folder / name).is_file():
            start_response("404 Not Found", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"Not found"]
        headers = [
            ("Content-Type", mimetypes.guess_type(name)[0] or "application/octet-stream"),
            # No scripts, and an origin of its own.
            ("Content-Security-Policy", "sandbox; default-src 'none'; img-src 'self'"),
            ("X-Content-Type-Options", "nosniff"),
        ]
        start_response("200 OK", headers)
        return [(folder / name).read_bytes()]

    return app
