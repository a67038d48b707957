import html
import re
from collections.abc import Callable, Iterable
from urllib.parse import parse_qs, unquote

HTML = ("Content-Type", "text/html; charset=utf-8")
FORM = """<!DOCTYPE html>
<title>Sign in</title>
<form action="/login" method="post">
<input name="user">
<input name="password" type="password">
<input name="next" type="hidden" value="{next}">
<button>Sign in</button>
</form>
"""


def make_app(check: Callable[[str, str], bool]) -> Callable:
    """Make the login of the shop; check tells whether user and password are right."""

    def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
        if environ.get("PATH_INFO") != "/login":
            start_response("404 Not Found", [HTML])
            return [b"Not found"]
        if environ["REQUEST_METHOD"] != "POST":
            query = parse_qs(environ.get("QUERY_STRING", ""))
            page = FORM.format(next=html.escape(query.get("next", [""])[0]))
            start_response("200 OK", [HTML])
            return [page.encode("utf-8")]
        length = int(environ.get("CONTENT_LENGTH") or 0)
        form = parse_qs(environ["wsgi.input"].read(length).decode("utf-8"))
        user, password = form.get("user", [""])[0], form.get("password", [""])[0]
        if not check(user, password):
            start_response("401 Unauthorized", [HTML])
            return [b"Wrong user or password"]
        target = form.get("next", ["/"])[0]
        if not re.fullmatch(r"/(?![/\\])[!-\[\]-~]*", target):
            target = "/"
        start_response("303 See Other", [("Location", unquote(target))])
        return [b""]

    return app
