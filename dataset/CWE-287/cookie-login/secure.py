"""Login of a rowing club's site."""

import hmac
import secrets
from collections.abc import Callable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

COOKIE = "session"


def _session_id(environ: dict) -> str:
    """The session id that the browser sent, or an empty text."""
    try:
        cookies = SimpleCookie(environ.get("HTTP_COOKIE", ""))
    except CookieError:
        return ""
    return cookies[COOKIE].value if COOKIE in cookies else ""


def _form(environ: dict) -> dict[str, str]:
    length = int(environ.get("CONTENT_LENGTH") or 0)
    fields = parse_qs(environ["wsgi.input"].read(length).decode("utf-8", "replace"))
    return {key: values[0] for key, values in fields.items()}


def make_app(users: dict[str, str]) -> Callable:
    """Makes the WSGI application for these users (name -> password).

    Who is logged in is kept here; the browser only gets a random number of its session.
    """
    sessions: dict[str, str] = {}

    def password_is_right(name: str, password: str) -> bool:
        return name in users and hmac.compare_digest(users[name].encode(), password.encode())

    def app(environ, start_response):
        def answer(status: str, text: str, *headers: tuple[str, str]) -> list[bytes]:
            start_response(status, [("Content-Type", "text/plain; charset=utf-8"), *headers])
            return [text.encode()]

        match environ["REQUEST_METHOD"], environ["PATH_INFO"]:
            case "POST", "/login":
                form = _form(environ)
                name = form.get("name", "")
                if not password_is_right(name, form.get("password", "")):
                    return answer("401 Unauthorized", "Wrong name or password")
                session = secrets.token_urlsafe(32)
                sessions[session] = name
                cookie = f"{COOKIE}={session}; Path=/; HttpOnly; SameSite=Lax"
                return answer("303 See Other", "", ("Set-Cookie", cookie), ("Location", "/me"))
            case "POST", "/logout":
                sessions.pop(_session_id(environ), None)
                cookie = f"{COOKIE}=; Path=/; Max-Age=0"
                return answer("303 See Other", "", ("Set-Cookie", cookie), ("Location", "/"))
            case "GET", "/me":
                name = sessions.get(_session_id(environ))
                if name is None:
                    return answer("401 Unauthorized", "Please log in")
                return answer("200 OK", f"Hello {name}")
            case _:
                return answer("404 Not Found", "Not found")

    return app
