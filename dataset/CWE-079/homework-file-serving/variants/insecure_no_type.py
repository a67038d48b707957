from collections.abc import Callable, Iterable
from pathlib import Path

TYPES = {
    "txt": "text/plain; charset=utf-8",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "pdf": "application/pdf",
}
SAVED = ("html", "htm", "svg", "svgz", "xml", "xhtml", "xsl", "gz", "js", "zip", "odt", "docx")


def make_app(folder: Path) -> Callable:
    """Return the application that delivers the files of a folder."""

    def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "replace")
        name = path.removeprefix("/files/")
        if name == path or "/" in name or not (folder / name).is_file():
            start_response("404 Not Found", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"Not found"]
        extension = name.rpartition(".")[2].lower()
        headers = []
        if extension in TYPES:
            headers.append(("Content-Type", TYPES[extension]))
        elif extension in SAVED:
            headers.append(("Content-Disposition", f'attachment; filename="file.{extension}"'))
        start_response("200 OK", headers)
        return [(folder / name).read_bytes()]

    return app
