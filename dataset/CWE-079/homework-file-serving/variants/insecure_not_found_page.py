from collections.abc import Callable, Iterable
from pathlib import Path

SHOWN = {
    ".txt": "text/plain; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".gif": "image/gif",
}


def make_app(folder: Path) -> Callable:
    """Return the application that delivers the files of a folder."""

    def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "replace")
        name = path.removeprefix("/files/")
        if name == path or "/" in name or not (folder / name).is_file():
            page = f"<!DOCTYPE html><title>Not found</title><p>There is no file {name}.</p>"
            start_response("404 Not Found", [("Content-Type", "text/html; charset=utf-8")])
            return [page.encode()]
        headers = [("X-Content-Type-Options", "nosniff")]
        if kind := SHOWN.get(Path(name).suffix.lower()):
            headers.append(("Content-Type", kind))
        else:
            headers.append(("Content-Type", "application/octet-stream"))
            headers.append(("Content-Disposition", "attachment"))
        start_response("200 OK", headers)
        return [(folder / name).read_bytes()]

    return app
