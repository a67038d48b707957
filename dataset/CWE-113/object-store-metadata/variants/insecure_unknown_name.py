import json
import re
from collections.abc import Callable, Iterable

KEY = re.compile(r"[A-Za-z0-9-]+")
VISIBLE = re.compile(r"[ -~]*")


def read_upload(environ: dict) -> dict:
    """Return the object in the body of a PUT request; ValueError if it is malformed."""
    length = int(environ.get("CONTENT_LENGTH") or 0)
    upload = json.loads(environ["wsgi.input"].read(length))
    if not isinstance(upload, dict) or not isinstance(upload.get("meta"), dict):
        raise ValueError("no object with metadata")
    texts = [upload.get("data"), upload.get("type"), *upload["meta"].values()]
    if not all(isinstance(text, str) for text in texts):
        raise ValueError("not a text")
    if not all(KEY.fullmatch(key) for key in upload["meta"]):
        raise ValueError("not the name of a header")
    if not all(VISIBLE.fullmatch(text) for text in (upload["type"], *upload["meta"].values())):
        raise ValueError("not the value of a header")
    return upload


def headers_of(stored: dict) -> list[tuple[str, str]]:
    """Return the headers with which an object is sent."""
    meta = [(f"X-Meta-{key}", value) for key, value in stored["meta"].items()]
    return [("Content-Type", stored["type"]), *meta]


def make_app() -> Callable:
    """Make an object store that keeps everything in memory."""
    objects: dict[str, dict] = {}

    def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
        method, path = environ["REQUEST_METHOD"], environ.get("PATH_INFO", "")
        name = path.removeprefix("/objects/")
        if method == "PUT" and name != path:
            try:
                objects[name] = read_upload(environ)
            except ValueError:
                start_response("400 Bad Request", [])
                return []
            start_response("201 Created", [])
            return []
        if method == "GET" and name != path and name in objects:
            start_response("200 OK", headers_of(objects[name]))
            return [objects[name]["data"].encode()]
        start_response("404 Not Found", [("X-Unknown-Object", path)])
        return []

    return app
