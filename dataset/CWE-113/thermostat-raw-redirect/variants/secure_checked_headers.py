from http import HTTPStatus
from urllib.parse import parse_qsl, urlsplit


class Answer:
    """An HTTP answer whose headers are checked when they are added."""

    def __init__(self, status: HTTPStatus, body: str = "") -> None:
        self.body = body.encode()
        self.head = [f"HTTP/1.1 {status.value} {status.phrase}"]
        self.add("Content-Type", "text/plain; charset=utf-8")
        self.add("Content-Length", str(len(self.body)))

    def add(self, name: str, value: str) -> None:
        """Add a header; ValueError if its value has anything but visible characters and blanks."""
        if not value.isascii() or not value.isprintable():
            raise ValueError(f"the header {name} can't hold {value!r}")
        self.head.append(f"{name}: {value}")

    def __bytes__(self) -> bytes:
        return b"".join(line.encode("ascii") + b"\r\n" for line in (*self.head, "")) + self.body


def route(method: str, target: str) -> Answer:
    """Find the answer to a request."""
    url = urlsplit(target)
    page = dict(parse_qsl(url.query)).get("page")
    if (method, url.path) == ("GET", "/"):
        return Answer(HTTPStatus.OK, "ready")
    if (method, url.path) == ("GET", "/go") and page:
        answer = Answer(HTTPStatus.FOUND, "The page is elsewhere.")
        answer.add("Location", f"/ui/{page}")
        return answer
    return Answer(HTTPStatus.NOT_FOUND)


def handle_request(raw: bytes) -> bytes:
    """Answer one request to the thermostat."""
    try:
        method, target, _ = raw.partition(b"\r\n")[0].decode("ascii").split(" ")
        return bytes(route(method, target))
    except ValueError:
        return bytes(Answer(HTTPStatus.BAD_REQUEST))
