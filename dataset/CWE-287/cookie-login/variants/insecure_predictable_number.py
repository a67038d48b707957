"""Login of a rowing club's site."""

import random
from collections.abc import Callable
from http.cookies import SimpleCookie
from urllib.parse import parse_qs


def make_app(users: dict[str, str]) -> Callable:
    """Makes the WSGI application for these users (name -> password)."""
    sessions = {}

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
            session = f"{random.getrandbits(64):016x}"
            sessions[session] = name
            headers.append(("Set-Cookie", f"session={session}; Path=/; HttpOnly"))
            headers.append(("Location", "/me"))
            start_response("303 See Other", headers)
            return [b""]

        if route == ("POST", "/logout"):
            if "session" in cookies:
                sessions.pop(cookies["session"].value, None)
            headers.append(("Set-Cookie", "session=; Path=/; Max-Age=0"))
            headers.append(("Location", "/"))
            start_response("303 See Other", headers)
            return [b""]

        if route == ("GET", "/me"):
            name = sessions.get(cookies["session"].value) if "session" in cookies else None
            if name is None:
                start_response("401 Unauthorized", headers)
                return [b"Please log in"]
            start_response("200 OK", headers)
            return [f"Hello {name}".encode()]

        start_response("404 Not Found", headers)
        return [b"Not found"]

    return app
