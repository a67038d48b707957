import re
from urllib.parse import unquote

REQUEST = re.compile(rb"GET (?P<path>/[^ ?]*)(?:\?(?P<query>[^ ]*))? HTTP/1\.[01]")
PAGE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 -]*[A-Za-z0-9-])?")

READY = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nready"
NOT_FOUND = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
REDIRECT = "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /ui/%s\r\n\r\n"


def page_in(query: bytes) -> str:
    """Return the page that a query names, an empty text if it names none."""
    for field in query.decode("latin-1").split("&"):
        key, _, value = field.partition("=")
        if key == "page":
            return unquote(value)
    return ""


def handle_request(raw: bytes) -> bytes:
    """Answer one request to the thermostat."""
    line, _, _ = raw.partition(b"\r\n")
    request = REQUEST.fullmatch(line)
    if request is None:
        return NOT_FOUND
    if request["path"] == b"/":
        return READY
    page = page_in(request["query"] or b"")
    # There are no other pages, so whatever else it is isn't one.
    if request["path"] == b"/go" and PAGE.fullmatch(page):
        return (REDIRECT % page.replace(" ", "%20")).encode("ascii")
    return NOT_FOUND
