import json
from collections.abc import Callable, Iterable
from urllib.parse import quote

VISIBLE = "".join(map(chr, range(0x20, 0x7F)))


def as_header(name: str, value: str) -> tuple[str, str]:
    """Write line breaks and whatever else isn't visible with percent signs."""
    return quote(name, safe=""), quote(value, safe=VISIBLE)


def parse(body: bytes) -> tuple[bytes, list[tuple[str, str]]]:
    """Return content and headers of an upload; ValueError if it is malformed."""
    match json.loads(body):
        case {"data": str(data), "type": str(kind), "meta": dict(meta)}:
            if not all(isinstance(value, str) for value in meta.values()):
                raise ValueError("metadata has to be texts")
            headers = [as_header("Content-Type", kind)]
            headers += [as_header(f"X-Meta-{key}", value) for key, value in meta.items()]
            return data.encode("utf-8", "replace"), headers
    raise ValueError("data, type or meta is missing")


def make_app() -> Callable:
    """Make an object store that keeps everything in memory."""
    objects: dict[str, tuple[bytes, list[tuple[str, str]]]] = {}

    def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
        request = environ["REQUEST_METHOD"], environ["PATH_INFO"].split("/")
        match request:
            case "PUT", ["", "objects", name]:
                try:
                    objects[name] = parse(environ["wsgi.input"].read())
                    start_response("201 Created", [])
                except ValueError:
                    start_response("400 Bad Request", [])
            case "GET", ["", "objects", name] if name in objects:
                content, headers = objects[name]
                start_response("200 OK", headers)
                yield content
            case _:
                start_response("404 Not Found", [])

    return app
