"""Team logos of a league: drawings are written anew from a list of elements and attributes."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable
from email import message_from_bytes
from email.policy import HTTP
from pathlib import Path

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = set(
    "svg g title path rect circle ellipse line polyline polygon text tspan".split()
)
ATTRIBUTES = set(
    "id x y x1 y1 x2 y2 cx cy r rx ry width height d points viewBox transform fill stroke"
    " stroke-width opacity font-family font-size text-anchor".split()
)
PNG_START = b"\x89PNG\r\n\x1a\n"


def copy(source: ET.Element) -> ET.Element:
    """Copies an element with what is known of its attributes and content."""
    known = {name: value for name, value in source.attrib.items() if name in ATTRIBUTES}
    target = ET.Element(source.tag, known)
    target.text, target.tail = source.text, source.tail
    for child in source:
        if isinstance(child.tag, str) and child.tag.removeprefix(SVG) in ELEMENTS:
            if child.tag.startswith(SVG):
                target.append(copy(child))
    return target


def rewritten(data: bytes) -> bytes:
    """Returns a drawing with known elements only; ValueError if it isn't a drawing."""
    try:
        root = ET.fromstring(data)
    except (ET.ParseError, LookupError) as error:
        raise ValueError(f"not an SVG drawing: {error}") from error
    if root.tag != f"{SVG}svg":
        raise ValueError("not an SVG drawing")
    drawing = copy(root)
    drawing.tail = None
    for element in drawing.iter():
        element.tag = element.tag.removeprefix(SVG)
    drawing.set("xmlns", SVG.strip("{}"))
    return ET.tostring(drawing, encoding="utf-8")


def checked_logo(content_type: str, body: bytes) -> tuple[str, bytes]:
    """Returns extension and content of the logo in a form; ValueError if there is none."""
    message = message_from_bytes(f"Content-Type: {content_type}\n\n".encode() + body, policy=HTTP)
    for part in message.iter_parts():
        if part["Content-Disposition"].params.get("name") == "file":
            extension = (part.get_filename() or "")[-4:].lower()
            data = part.get_payload(decode=True) or b""
            if extension == ".png" and data.startswith(PNG_START):
                return extension, data
            if extension == ".svg":
                return extension, rewritten(data)
    raise ValueError("no logo")


def make_app(logo_dir: Path) -> Callable:
    """Returns the application that takes and delivers the logos in a folder."""

    def post(team: str, environ: dict) -> tuple[str, str, bytes]:
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        try:
            extension, data = checked_logo(environ.get("CONTENT_TYPE", ""), body)
        except ValueError as error:
            return "400 Bad Request", "text/plain; charset=utf-8", str(error).encode()
        for old in (".png", ".svg"):
            (logo_dir / (team + old)).unlink(missing_ok=True)
        (logo_dir / (team + extension)).write_bytes(data)
        return "201 Created", "text/plain; charset=utf-8", b"thank you"

    def get(team: str) -> tuple[str, str, bytes]:
        for extension, kind in ((".png", "image/png"), (".svg", "image/svg+xml")):
            path = logo_dir / (team + extension)
            if path.is_file():
                return "200 OK", kind, path.read_bytes()
        return "404 Not Found", "text/plain; charset=utf-8", b"no logo"

    def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
        match = re.fullmatch("/logo/([a-z0-9-]+)", environ["PATH_INFO"])
        if match is None:
            answer = "404 Not Found", "text/plain; charset=utf-8", b"no such page"
        elif environ["REQUEST_METHOD"] == "POST":
            answer = post(match[1], environ)
        else:
            answer = get(match[1])
        start_response(answer[0], [("Content-Type", answer[1])])
        return [answer[2]]

    return app
