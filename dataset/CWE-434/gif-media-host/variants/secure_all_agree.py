"""Reaction pictures of a forum: name, declared type and content have to say the same."""

import itertools
import re
from collections.abc import Callable, Iterable
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path

TYPES = {".gif": "image/gif", ".png": "image/png"}
STARTS = {".gif": (b"GIF87a", b"GIF89a"), ".png": (b"\x89PNG\r\n\x1a\n",)}


def _upload(environ: dict) -> EmailMessage | None:
    """Returns the part of the form with the upload, or None."""
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    head = f"Content-Type: {environ.get('CONTENT_TYPE', '')}\r\n\r\n".encode("latin-1")
    for part in BytesParser(policy=HTTP).parsebytes(head + body).iter_parts():
        if part.get_param("name", header="Content-Disposition") == "file":
            return part
    return None


def _store(media_dir: Path, part: EmailMessage) -> str:
    """Stores an upload and returns its name; ValueError if it isn't a picture in every way."""
    stem, dot, ending = (part.get_filename() or "").rpartition(".")
    extension = dot + ending.lower()
    data = part.get_payload(decode=True) or b""
    if extension not in TYPES or not data.startswith(STARTS[extension]):
        raise ValueError("name or content is not that of a picture")
    if part.get_content_type() not in (TYPES[extension], "application/octet-stream"):
        raise ValueError("the declared type is not that of a picture")
    words = "-".join(re.findall("[A-Za-z0-9]+", stem))[:40] or "picture"
    for number in itertools.count(1):
        name = f"{words}-{number}{extension}"
        try:
            with open(media_dir / name, "xb") as file:
                file.write(data)
        except FileExistsError:
            continue
        return name
    raise AssertionError("there is always another number")


def make_app(media_dir: Path) -> Callable:
    """Returns the application that takes and delivers the pictures in a folder."""

    def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if path == "/media" and environ["REQUEST_METHOD"] == "POST":
            part = _upload(environ)
            try:
                if part is None:
                    raise ValueError("there is no file in the form")
                name = _store(media_dir, part)
            except ValueError as error:
                start_response("400 Bad Request", [("Content-Type", "text/plain")])
                return [str(error).encode()]
            start_response("201 Created", [("Content-Type", "text/plain")])
            return [b"/media/" + name.encode()]
        match = re.fullmatch(r"/media/([A-Za-z0-9-]+(\.gif|\.png))", path)
        if match is None or not (media_dir / match[1]).exists():
            start_response("404 Not Found", [("Content-Type", "text/plain")])
            return [b"no such picture"]
        start_response("200 OK", [("Content-Type", TYPES[match[2]])])
        return [(media_dir / match[1]).read_bytes()]

    return app
