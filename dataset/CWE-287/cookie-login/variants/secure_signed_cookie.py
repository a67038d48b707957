"""Login of a rowing club's site: the cookie holds the name, signed with a secret key."""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Callable
from http import cookies
from urllib.parse import parse_qsl

KEY = secrets.token_bytes(32)


def _sign(payload: str) -> str:
    return hmac.new(KEY, payload.encode("ascii"), hashlib.sha256).hexdigest()


def _seal(name: str) -> str:
    """Makes the cookie of a new login: number of the login, name and signature."""
    encoded = base64.urlsafe_b64encode(name.encode()).decode().rstrip("=")
    payload = f"{secrets.token_hex(16)}.{encoded}"
    return f"{payload}.{_sign(payload)}"


def _unseal(cookie: str) -> str | None:
    """Gives the name in the cookie if we signed it."""
    payload, _, signature = cookie.rpartition(".")
    if not cookie.isascii() or not hmac.compare_digest(_sign(payload), signature):
        return None
    encoded = payload.partition(".")[2]
    return base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)).decode()


def make_app(users: dict[str, str]) -> Callable:
    """Makes the WSGI application for these users (name -> password)."""
    ended: set[str] = set()

    def current(environ) -> tuple[str, str | None]:
        jar = cookies.SimpleCookie()
        try:
            jar.load(environ.get("HTTP_COOKIE", ""))
        except cookies.CookieError:
            return "", None
        cookie = jar["login"].value if "login" in jar else ""
        return cookie, None if cookie in ended else _unseal(cookie)

    def login(environ):
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        form = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
        name, password = form.get("name"), form.get("password")
        if name not in users or password is None:
            return "401 Unauthorized", [], "name or password is missing or wrong"
        if not hmac.compare_digest(users[name].encode(), password.encode()):
            return "401 Unauthorized", [], "wrong name or password"
        cookie = f"login={_seal(name)}; Path=/; HttpOnly"
        return "303 See Other", [("Set-Cookie", cookie), ("Location", "/me")], ""

    def logout(environ):
        cookie, name = current(environ)
        if name is not None:
            ended.add(cookie)
        gone = "login=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT"
        return "303 See Other", [("Set-Cookie", gone), ("Location", "/")], ""

    def greet(environ):
        _, name = current(environ)
        if name is None:
            return "401 Unauthorized", [], "not logged in"
        return "200 OK", [], f"Hello {name}"

    routes = {("POST", "/login"): login, ("POST", "/logout"): logout, ("GET", "/me"): greet}

    def app(environ, start_response):
        handler = routes.get((environ["REQUEST_METHOD"], environ["PATH_INFO"]))
        status, headers, text = handler(environ) if handler else ("404 Not Found", [], "")
        start_response(status, [("Content-Type", "text/plain; charset=utf-8"), *headers])
        return [text.encode("utf-8")]

    return app
