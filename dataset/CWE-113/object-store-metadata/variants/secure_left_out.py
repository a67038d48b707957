import json
import string
from collections.abc import Callable
from dataclasses import dataclass

TOKEN = frozenset(string.ascii_letters + string.digits + "!#$%&'*+-.^_`|~")


def is_value(text: str) -> bool:
    """True if a text can be the value of a header."""
    return text.isascii() and text.isprintable()


@dataclass(frozen=True)
class StoredObject:
    """What somebody has uploaded."""

    data: str
    type: str
    meta: dict[str, str]

    def __post_init__(self) -> None:
        for text in (self.data, self.type, *self.meta.values()):
            if type(text) is not str:
                raise TypeError(f"{text!r} isn't a text")

    def headers(self) -> list[tuple[str, str]]:
        """Return the headers, without entries that can't be sent in one."""
        headers = [("Content-Type", self.type if is_value(self.type) else "text/plain")]
        for key, value in self.meta.items():
            if key and TOKEN.issuperset(key) and is_value(value):
                headers.append((f"X-Meta-{key}", value))
        return headers


class ObjectStore:
    """A WSGI application that keeps objects in memory."""

    def __init__(self) -> None:
        self.objects: dict[str, StoredObject] = {}

    def put(self, name: str, body: bytes) -> str:
        """Keep an object; return the status."""
        try:
            self.objects[name] = StoredObject(**json.loads(body))
        except (ValueError, TypeError, AttributeError):
            return "400 Bad Request"
        return "201 Created"

    def __call__(self, environ: dict, start_response: Callable) -> list[bytes]:
        place, _, name = environ["PATH_INFO"].rpartition("/")
        status, headers, body = "404 Not Found", [("Content-Type", "text/plain")], b""
        if place == "/objects":
            if environ["REQUEST_METHOD"] == "PUT":
                length = int(environ["CONTENT_LENGTH"])
                status = self.put(name, environ["wsgi.input"].read(length))
            elif environ["REQUEST_METHOD"] == "GET" and name in self.objects:
                found = self.objects[name]
                status, headers, body = "200 OK", found.headers(), found.data.encode("utf-8")
        start_response(status, headers)
        return [body]


def make_app() -> Callable:
    """Make an object store that keeps everything in memory."""
    return ObjectStore()
