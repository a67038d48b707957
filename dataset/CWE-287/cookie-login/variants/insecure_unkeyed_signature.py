"""Login of a rowing club's site."""

import hashlib
from collections.abc import Callable
from http.cookies import SimpleCookie
from urllib.parse import parse_qs, quote, unquote


def _checksum(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def make_app(users: dict[str, str]) -> Callable:
    """Makes the WSGI application for these users (name -> password)."""

    def app(environ, start_response):
        route = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        cookies = SimpleCookie(environ.get("HTTP_COOKIE", ""))
        headers = [("Content-Type", "text/plain; charset=utf-8")]

        if route == ("POST", "/login"):
            length = int(environ.get("CONTENT_LENGTH") or 0)
            form = parse_qs(environ["wsgi.input"].read(length).decode("utf-8"))
            name = form.get("name", [""])[0]
            password = form.get("password", [""])[0]
            if name not in users or users[name] != password:
                start_response("401 Unauthorized", headers)
                return [b"Wrong name or password"]
            cookie = f"user={quote(name)}:{_checksum(name)}; Path=/; HttpOnly"
            headers.append(("Set-Cookie", cookie))
            headers.append(("Location", "/me"))
            start_response("303 See Other", headers)
            return [b""]

        if route == ("POST", "/logout"):
            headers.append(("Set-Cookie", "user=; Path=/; Max-Age=0"))
            headers.append(("Location", "/"))
            start_response("303 See Other", headers)
            return [b""]

        if route == ("GET", "/me"):
            cookie = cookies["user"].value if "user" in cookies else ""
            name, _, checksum = cookie.partition(":")
            name = unquote(name)
            if not name or checksum != _checksum(name):
                start_response("401 Unauthorized", headers)
                return [b"Please log in"]
            start_response("200 OK", headers)
            return [f"Hello {name}".encode()]

        start_response("404 Not Found", headers)
        return [b"Not found"]

    return app
