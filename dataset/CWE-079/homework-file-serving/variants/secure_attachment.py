import mimetypes
from collections.abc import Callable, Iterator
from http import HTTPStatus
from pathlib import Path

INLINE = frozenset({"text/plain", "image/png", "image/jpeg", "image/gif", "image/webp"})


class FileSite:
    """Delivers the files of a folder; whatever isn't known to be harmless is to be saved."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, environ: dict, start_response: Callable) -> Iterator[bytes]:
        file = self.find(environ.get("PATH_INFO", ""))
        status = HTTPStatus.OK if file else HTTPStatus.NOT_FOUND
        headers = self.headers(file.name) if file else [("Content-Type", "text/plain")]
        start_response(f"{status.value} {status.phrase}", headers)
        yield file.read_bytes() if file else b"Not found"

    def find(self, path: str) -> Path | None:
        """Return the file at this path of the site."""
        prefix, _, name = path.encode("latin-1").decode("utf-8", "replace").rpartition("/")
        if prefix != "/files":
            return None
        return {file.name: file for file in self.folder.iterdir() if file.is_file()}.get(name)

    @staticmethod
    def headers(name: str) -> list[tuple[str, str]]:
        """Return the headers for a file of this name."""
        kind, encoding = mimetypes.guess_type(name)
        if kind in INLINE and encoding is None:
            return [("Content-Type", kind)]
        return [
            ("Content-Type", "application/octet-stream"),
            ("Content-Disposition", "attachment"),
        ]


def make_app(folder: Path) -> Callable:
    """Return the application that delivers the files of a folder."""
    return FileSite(folder)
