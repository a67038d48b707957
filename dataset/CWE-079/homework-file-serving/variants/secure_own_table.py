from collections.abc import Callable, Iterable
from pathlib import Path


def content_type(name: str) -> str:
    """Return the type for a name; the source of a web page or a drawing is shown as text."""
    match name.lower().rpartition(".")[2]:
        case "png":
            return "image/png"
        case "jpg" | "jpeg":
            return "image/jpeg"
        case "gif":
            return "image/gif"
        case "pdf":
            return "application/pdf"
        case "txt" | "md" | "py" | "css" | "js" | "html" | "htm" | "svg" | "xml":
            return "text/plain; charset=utf-8"
        case _:
            return "application/octet-stream"


def make_app(folder: Path) -> Callable:
    """Return the application that delivers the files of a folder."""

    def answer(start_response: Callable, status: str, kind: str, body: bytes) -> Iterable[bytes]:
        headers = {
            "Content-Type": kind,
            "Content-Length": str(len(body)),
            "X-Content-Type-Options": "nosniff",
        }
        start_response(status, list(headers.items()))
        return [body]

    def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
        parts = environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "replace").split("/")
        if len(parts) == 3 and parts[:2] == ["", "files"]:
            file = folder / parts[2]
            if file.is_file():
                return answer(start_response, "200 OK", content_type(file.name), file.read_bytes())
        return answer(start_response, "404 Not Found", "text/plain", b"Not found")

    return app
