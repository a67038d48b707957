from collections.abc import Callable, Iterable
from html import escape
from urllib.parse import parse_qs, urlsplit


def is_own_page(target: str) -> bool:
    """Tell whether a browser takes this for a path on the host that it comes from."""
    if not target.isascii() or not target.isprintable() or " " in target or "\\" in target:
        return False
    parts = urlsplit(target)
    return not parts.scheme and not parts.netloc and target[:1] == "/" and target[:2] != "//"


class Login:
    """The login of the shop as a WSGI application."""

    def __init__(self, check: Callable[[str, str], bool]) -> None:
        self._check = check

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        """Answer one request."""
        if environ.get("PATH_INFO") != "/login":
            status, headers, text = "404 Not Found", [], "Not found"
        elif environ.get("REQUEST_METHOD") == "POST":
            body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or "0"))
            status, headers, text = self._sign_in(self._fields(body.decode()))
        else:
            fields = self._fields(environ.get("QUERY_STRING", ""))
            status, headers, text = "200 OK", [], self._form(fields.get("next", ""))
        start_response(status, [("Content-Type", "text/html; charset=utf-8"), *headers])
        return [text.encode()]

    def _sign_in(self, fields: dict[str, str]) -> tuple[str, list[tuple[str, str]], str]:
        target = fields.get("next") or "/"
        if not is_own_page(target):
            return "400 Bad Request", [], "No such page"
        if not self._check(fields.get("user", ""), fields.get("password", "")):
            return "401 Unauthorized", [], self._form(target)
        return "303 See Other", [("Location", target)], ""

    def _form(self, target: str) -> str:
        hidden = f'<input type="hidden" name="next" value="{escape(target)}">'
        fields = '<input name="user"><input name="password" type="password">'
        return f'<form method="post" action="/login">{fields}{hidden}<button>Go</button></form>'

    @staticmethod
    def _fields(text: str) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(text).items()}


def make_app(check: Callable[[str, str], bool]) -> Callable:
    """Make the login of the shop; check tells whether user and password are right."""
    return Login(check)
