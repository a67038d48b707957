"""Reaction pictures of a forum: the type is found in the content at each delivery."""

import re
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

SIGNATURES = {
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
    bytes.fromhex("89504E470D0A1A0A"): "image/png",
}


def picture_type(data: bytes) -> str | None:
    """Returns the type of a picture, or None for other content."""
    return next((kind for start, kind in SIGNATURES.items() if data.startswith(start)), None)


def uploaded(content_type: str, body: bytes) -> bytes:
    """Returns the content of the field `file` of a form (RFC 7578), b"" if there is none."""
    boundary = re.search(r'boundary="?([^";]+)', content_type)
    if boundary is None:
        return b""
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary[1].encode())[1:]:
        head, blank_line, content = part.partition(b"\r\n\r\n")
        if blank_line and re.search(rb'[; ]name="?file"?(?:;|\r|$)', head, re.IGNORECASE):
            return content
    return b""


class MediaHost:
    """Takes and delivers the pictures in a folder, whose names are random."""

    def __init__(self, media_dir: Path) -> None:
        self.media_dir = media_dir

    def __call__(self, environ: dict, start_response: Callable) -> Iterator[bytes]:
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        if (method, path) == ("POST", "/media"):
            size = int(environ.get("CONTENT_LENGTH") or 0)
            body = environ["wsgi.input"].read(size)
            status, kind, content = self.store(uploaded(environ.get("CONTENT_TYPE", ""), body))
        elif method == "GET" and path.startswith("/media/"):
            status, kind, content = self.fetch(path.removeprefix("/media/"))
        else:
            status, kind, content = "404 Not Found", "text/plain", b"?"
        start_response(status, [("Content-Type", kind), ("X-Content-Type-Options", "nosniff")])
        yield content

    def store(self, data: bytes) -> tuple[str, str, bytes]:
        """Stores a picture and answers with its path."""
        if picture_type(data) is None:
            return "400 Bad Request", "text/plain", b"This is not a GIF or PNG picture."
        name = str(uuid.uuid4())
        (self.media_dir / name).write_bytes(data)
        return "201 Created", "text/plain", f"/media/{name}".encode()

    def fetch(self, name: str) -> tuple[str, str, bytes]:
        """Answers with a picture; only names that are in the folder exist."""
        if name in {path.name for path in self.media_dir.iterdir()}:
            data = (self.media_dir / name).read_bytes()
            kind = picture_type(data)
            if kind is not None:
                return "200 OK", kind, data
        return "404 Not Found", "text/plain", b"?"


def make_app(media_dir: Path) -> Callable:
    """Returns the application that takes and delivers the pictures in a folder."""
    return MediaHost(media_dir)
