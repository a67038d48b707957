"""Team logos of a league."""

import re
from collections.abc import Callable, Iterable
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path

LOGO = re.compile(r"/logo/([a-z0-9-]+)")
POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def _upload(environ: dict) -> EmailMessage | None:
    """Returns the part of the form with the upload, or None."""
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    head = f"Content-Type: {environ.get('CONTENT_TYPE', '')}\r\n\r\n".encode("latin-1")
    for part in BytesParser(policy=HTTP).parsebytes(head + body).iter_parts():
        if part.get_param("name", header="Content-Disposition") == "file":
            return part
    return None


def make_app(logo_dir: Path) -> Callable:
    """Returns the application that takes and delivers the logos in a folder."""

    def store(team: str, environ: dict) -> bool:
        part = _upload(environ)
        if part is None:
            return False
        extension = Path(part.get_filename() or "").suffix.lower()
        if extension not in (".png", ".svg"):
            return False
        (logo_dir / team).write_bytes(part.get_payload(decode=True) or b"")
        (logo_dir / f"{team}.policy").write_text(POLICY if extension == ".svg" else "")
        return True

    def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
        found = LOGO.fullmatch(environ["PATH_INFO"])
        if found and environ["REQUEST_METHOD"] == "POST":
            status = "201 Created" if store(found[1], environ) else "400 Bad Request"
            start_response(status, [("Content-Type", "text/plain")])
            return [status.encode()]
        if found and (logo_dir / found[1]).exists():
            data = (logo_dir / found[1]).read_bytes()
            is_png = data.startswith(b"\x89PNG\r\n\x1a\n")
            headers = [("Content-Type", "image/png" if is_png else "image/svg+xml")]
            policy = (logo_dir / f"{found[1]}.policy").read_text()
            if policy:
                headers.append(("Content-Security-Policy", policy))
            start_response("200 OK", headers)
            return [data]
        start_response("404 Not Found", [("Content-Type", "text/plain")])
        return [b"there is no such logo"]

    return app
