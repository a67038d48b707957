"""Team logos of a league."""

import re
from collections.abc import Callable, Iterable
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path

TYPES = {".png": "image/png", ".svg": "image/svg+xml"}
LOGO = re.compile(r"/logo/([a-z0-9-]+)")


def _upload(environ: dict) -> EmailMessage | None:
    """Returns the part of the form with the upload, or None."""
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    head = f"Content-Type: {environ.get('CONTENT_TYPE', '')}\r\n\r\n".encode("latin-1")
    for part in BytesParser(policy=HTTP).parsebytes(head + body).iter_parts():
        if part.get_param("name", header="Content-Disposition") == "file":
            return part
    return None


def _is_logo(extension: str, data: bytes) -> bool:
    """Tells whether the content fits the extension."""
    if extension == ".png":
        return data.startswith(b"\x89PNG\r\n\x1a\n")
    return extension == ".svg" and b"<svg" in data


def make_app(logo_dir: Path) -> Callable:
    """Returns the application that takes and delivers the logos in a folder."""

    def store(team: str, environ: dict) -> bool:
        part = _upload(environ)
        if part is None:
            return False
        extension = Path(part.get_filename() or "").suffix.lower()
        data = part.get_payload(decode=True) or b""
        if not _is_logo(extension, data):
            return False
        for other in TYPES:
            (logo_dir / f"{team}{other}").unlink(missing_ok=True)
        (logo_dir / f"{team}{extension}").write_bytes(data)
        return True

    def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
        found = LOGO.fullmatch(environ["PATH_INFO"])
        if found and environ["REQUEST_METHOD"] == "POST":
            status = "201 Created" if store(found[1], environ) else "400 Bad Request"
            start_response(status, [("Content-Type", "text/plain")])
            return [status.encode()]
        for extension, content_type in TYPES.items() if found else ():
            path = logo_dir / f"{found[1]}{extension}"
            if path.exists():
                start_response("200 OK", [("Content-Type", content_type)])
                return [path.read_bytes()]
        start_response("404 Not Found", [("Content-Type", "text/plain")])
        return [b"there is no such logo"]

    return app
