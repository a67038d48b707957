import html
from collections.abc import Callable, Iterable
from urllib.parse import parse_qsl, quote

HTML = ("Content-Type", "text/html; charset=utf-8")


def own_page(target: str) -> str:
    """Make a path on the shop's host out of any text."""
    path, mark, query = target.partition("?")
    # One slash in front in any case; a backslash or a tab behind it gets a percent sign.
    path = quote(path.lstrip("/"), safe="/%:@!$&'()*+,;=~")
    return "/" + path + mark + quote(query, safe="/%?:@!$&'()*+,;=~")


def make_app(check: Callable[[str, str], bool]) -> Callable:
    """Make the login of the shop; check tells whether user and password are right."""

    def show_form(environ: dict, start_response: Callable) -> Iterable[bytes]:
        query = dict(parse_qsl(environ.get("QUERY_STRING", "")))
        value = html.escape(own_page(query.get("next", "/")))
        start_response("200 OK", [HTML])
        yield b"<!DOCTYPE html><title>Sign in</title><form action=/login method=post>"
        yield b"<p>User <input name=user><p>Password <input name=password type=password>"
        yield f'<input name=next type=hidden value="{value}"><p><button>Go</button>'.encode()

    def sign_in(environ: dict, start_response: Callable) -> Iterable[bytes]:
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        form = dict(parse_qsl(body.decode("utf-8", "replace")))
        if check(form.get("user", ""), form.get("password", "")):
            start_response("303 See Other", [("Location", own_page(form.get("next", "/")))])
        else:
            start_response("401 Unauthorized", [HTML])
        yield b""

    def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
        match environ.get("PATH_INFO"), environ.get("REQUEST_METHOD"):
            case "/login", "POST":
                return sign_in(environ, start_response)
            case "/login", _:
                return show_form(environ, start_response)
        start_response("404 Not Found", [HTML])
        return [b"Not found"]

    return app
