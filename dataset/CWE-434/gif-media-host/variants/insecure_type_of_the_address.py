"""Reaction pictures of a forum."""

import mimetypes
import re
import secrets
from collections.abc import Callable, Iterable
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path

SIGNATURES = (b"GIF87a", b"GIF89a", b"\x89PNG\r\n\x1a\n")


def _upload(environ: dict) -> EmailMessage | None:
    """Returns the part of the form with the upload, or None."""
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    head = f"Content-Type: {environ.get('CONTENT_TYPE', '')}\r\n\r\n".encode("latin-1")
    for part in BytesParser(policy=HTTP).parsebytes(head + body).iter_parts():
        if part.get_param("name", header="Content-Disposition") == "file":
            return part
    return None


def make_app(media_dir: Path) -> Callable:
    """Returns the application that takes and delivers the pictures in a folder."""

    def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
        def answer(status: str, kind: str, body: bytes) -> Iterable[bytes]:
            start_response(status, [("Content-Type", kind)])
            return [body]

        path = environ["PATH_INFO"]
        if environ["REQUEST_METHOD"] == "POST" and path == "/media":
            part = _upload(environ)
            data = part.get_payload(decode=True) if part else b""
            if not data.startswith(SIGNATURES):
                return answer("400 Bad Request", "text/plain", b"not a GIF or PNG picture")
            name = secrets.token_hex(8)
            (media_dir / name).write_bytes(data)
            extension = "gif" if data.startswith(b"GIF") else "png"
            return answer("201 Created", "text/plain", f"/media/{name}.{extension}".encode())
        found = re.fullmatch(r"/media/([0-9a-f]+)\.\w+", path)
        if found and (media_dir / found[1]).is_file():
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            return answer("200 OK", kind, (media_dir / found[1]).read_bytes())
        return answer("404 Not Found", "text/plain", b"not found")

    return app
