"""Login of a rowing club's site: random tokens, of which only hashes are kept, for a day."""

import dataclasses
import hashlib
import http.cookies
import secrets
import time
import urllib.parse
import uuid
from collections.abc import Callable

DAY = 24 * 60 * 60


@dataclasses.dataclass
class _Login:
    name: str
    until: float


class _Site:
    def __init__(self, users: dict[str, str]) -> None:
        self._users = dict(users)
        self._logins: dict[str, _Login] = {}

    def __call__(self, environ, start_response):
        page = {
            "POST /login": self._log_in,
            "POST /logout": self._log_out,
            "GET /me": self._me,
        }.get(f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}")
        status, text, headers = page(environ) if page else ("404 Not Found", "", {})
        headers["Content-Type"] = "text/plain; charset=utf-8"
        start_response(status, list(headers.items()))
        return [text.encode()]

    def _key(self, environ) -> str:
        """The key of the browser's login, by the hash of its token."""
        try:
            cookies = http.cookies.SimpleCookie(environ.get("HTTP_COOKIE"))
        except http.cookies.CookieError:
            cookies = {}
        token = cookies["token"].value if "token" in cookies else ""
        return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()

    def _log_in(self, environ):
        size = int(environ.get("CONTENT_LENGTH", "") or "0")
        form = urllib.parse.parse_qs(environ["wsgi.input"].read(size).decode("utf-8", "replace"))
        name, password = form.get("name", [""])[0], form.get("password", [""])[0]
        if name not in self._users:
            return "401 Unauthorized", "Unknown name or wrong password", {}
        if not secrets.compare_digest(self._users[name].encode(), password.encode()):
            return "401 Unauthorized", "Unknown name or wrong password", {}
        token = uuid.uuid4().hex + uuid.uuid4().hex
        key = hashlib.sha256(token.encode()).hexdigest()
        self._logins[key] = _Login(name, time.time() + DAY)
        cookie = f"token={token}; Path=/; Max-Age={DAY}; HttpOnly"
        return "303 See Other", "", {"Set-Cookie": cookie, "Location": "/me"}

    def _log_out(self, environ):
        self._logins.pop(self._key(environ), None)
        return "303 See Other", "", {"Set-Cookie": "token=; Path=/; Max-Age=0", "Location": "/"}

    def _me(self, environ):
        login = self._logins.get(self._key(environ))
        if login is None or login.until <= time.time():
            return "401 Unauthorized", "Not logged in", {}
        return "200 OK", f"Hello {login.name}", {}


def make_app(users: dict[str, str]) -> Callable:
    """Makes the WSGI application for these users (name -> password)."""
    return _Site(users)
