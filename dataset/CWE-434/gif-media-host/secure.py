"""Reaction pictures of a forum."""

import re
import secrets
from collections.abc import Callable, Iterable
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path

TYPES = {"gif": "image/gif", "png": "image/png"}
PICTURE = re.compile(r"/media/([0-9a-f]{32}\.(gif|png))", re.ASCII)


def _upload(environ: dict) -> EmailMessage | None:
    """Returns the part of the form with the upload, or None."""
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    head = f"Content-Type: {environ.get('CONTENT_TYPE', '')}\r\n\r\n".encode("latin-1")
    for part in BytesParser(policy=HTTP).parsebytes(head + body).iter_parts():
        if part.get_param("name", header="Content-Disposition") == "file":
            return part
    return None


def _kind(data: bytes) -> str | None:
    """Tells what kind of picture this is; only its first bytes decide."""
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    return "png" if data.startswith(b"\x89PNG\r\n\x1a\n") else None


def make_app(media_dir: Path) -> Callable:
    """Returns the application that takes and delivers the pictures in a folder."""

    def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
        def answer(status: str, content_type: str, body: bytes) -> Iterable[bytes]:
            headers = [("Content-Type", content_type), ("X-Content-Type-Options", "nosniff")]
            start_response(status, headers)
            return [body]

        path = environ["PATH_INFO"]
        if environ["REQUEST_METHOD"] == "POST" and path == "/media":
            part = _upload(environ)
            data = (part.get_payload(decode=True) if part else None) or b""
            kind = _kind(data)
            if kind is None:
                return answer("400 Bad Request", "text/plain", b"not a GIF or PNG picture")
            name = f"{secrets.token_hex(16)}.{kind}"
            (media_dir / name).write_bytes(data)
            return answer("201 Created", "text/plain", f"/media/{name}".encode())
        found = PICTURE.fullmatch(path)
        if found and (media_dir / found[1]).is_file():
            return answer("200 OK", TYPES[found[2]], (media_dir / found[1]).read_bytes())
        return answer("404 Not Found", "text/plain", b"not found")

    return app
