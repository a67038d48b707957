# entry_point: app
"""Code under test of the wsgi fixture."""

import json
from urllib.parse import parse_qs


def app(environ, start_response):
    path = environ["PATH_INFO"]
    if path == "/crash":
        raise LookupError("boom")
    size = int(environ.get("CONTENT_LENGTH") or 0)
    body = environ["wsgi.input"].read(size)
    headers = [("Content-Type", "application/json")]
    if path == "/login":
        headers.append(("Set-Cookie", 'sid="a b"; HttpOnly; Path=/'))
        headers.append(("Set-Cookie", "theme=dark"))
    if path == "/logout":
        headers.append(("Set-Cookie", "sid=; Max-Age=0"))
        headers.append(("Set-Cookie", "theme=; Expires=Thu, 01 Jan 1970 00:00:00 GMT"))
    if path == "/go":
        target = parse_qs(environ["QUERY_STRING"])["to"][0]
        start_response("302 Found", [("Location", target)])
        return [b""]
    if path == "/bad-status":
        start_response("fine", [])
        return []
    start_response("200 OK", headers)
    shown = {
        "method": environ["REQUEST_METHOD"],
        "path": path,
        "query": environ["QUERY_STRING"],
        "type": environ.get("CONTENT_TYPE"),
        "cookie": environ.get("HTTP_COOKIE"),
        "token": environ.get("HTTP_X_TOKEN"),
        "user": environ.get("REMOTE_USER"),
        "body": body.decode("latin-1"),
    }
    yield_parts = json.dumps(shown).encode()
    return iter([yield_parts[:5], yield_parts[5:]])


def make_app(greeting):
    class Application:
        def __call__(self, environ, start_response):
            start_response("200 OK", [])
            return [greeting.encode()]

    return Application()


def generator_app(environ, start_response):
    start_response("200 OK", [])
    yield b"a"
    yield b"b"
