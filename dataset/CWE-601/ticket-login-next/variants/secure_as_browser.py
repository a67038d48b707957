import html
import re
from collections.abc import Callable, Iterable
from urllib.parse import parse_qs

TEXT = ("Content-Type", "text/html; charset=utf-8")
START = re.compile(r"[/\\]*")


def local_target(text: str) -> str:
    """Return the target as a browser reads it, or / if it leads away from the shop."""
    if any(ord(character) <= 32 or ord(character) >= 127 for character in text):
        return "/"
    slashes = START.match(text).group()
    if len(slashes) != 1:
        return "/"
    return text.replace("\\", "/")


def form(environ: dict, source: str) -> dict[str, str]:
    """Return the fields of a form that stands in the address or in the body."""
    if source == "body":
        data = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH", "0") or "0"))
        text = data.decode("utf-8", errors="replace")
    else:
        text = environ.get("QUERY_STRING", "")
    return {key: value for key, (value, *_) in parse_qs(text).items()}


def make_app(check: Callable[[str, str], bool]) -> Callable:
    """Make the login of the shop; check tells whether user and password are right."""

    def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
        if environ.get("PATH_INFO", "") != "/login":
            start_response("404 Not Found", [TEXT])
            return [b""]
        if environ["REQUEST_METHOD"] == "POST":
            fields = form(environ, "body")
            if check(fields.get("user", ""), fields.get("password", "")):
                location = local_target(fields.get("next", "/"))
                start_response("303 See Other", [("Location", location)])
                return [b""]
            start_response("401 Unauthorized", [TEXT])
            return [b"<p>Wrong user or password."]
        target = local_target(form(environ, "address").get("next", "/"))
        start_response("200 OK", [TEXT])
        return [
            b"<form action='/login' method='POST'>",
            b"<input name='user'><input name='password' type='password'>",
            f"<input type='hidden' name='next' value='{html.escape(target)}'>".encode(),
            b"<button>Sign in</button></form>",
        ]

    return app
