"""Catalogue of a library: what isn't listed as open needs the key."""

import json
import re
import secrets
from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import parse_qsl

ROUTES = {
    "books": re.compile(r"/books"),
    "book": re.compile(r"/books/([a-z0-9-]+)"),
    "reserve": re.compile(r"/books/([a-z0-9-]+)/reserve"),
}
OPEN = {("GET", "books"), ("GET", "book"), ("POST", "reserve")}
STAFF = {("PUT", "book"), ("DELETE", "book")}


class Refusal(Exception):
    """An answer without content."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status.phrase)
        self.status = status


def _read_form(environ: dict) -> dict[str, str]:
    size = int(environ.get("CONTENT_LENGTH") or 0)
    return dict(parse_qsl(environ["wsgi.input"].read(size).decode("utf-8", "replace")))


def _effective_method(environ: dict, form: dict[str, str], route: str) -> str:
    method = {"HEAD": "GET"}.get(environ["REQUEST_METHOD"], environ["REQUEST_METHOD"])
    if (method, route) == ("POST", "book"):
        header = environ.get("HTTP_X_HTTP_METHOD_OVERRIDE")
        return form.get("_method", method) if header is None else header
    return method


class Catalogue:
    """The application; WSGI calls it."""

    def __init__(self, books: dict[str, dict], staff_key: str) -> None:
        self.books = books
        self.staff_key = staff_key.encode()

    def __call__(self, environ: dict, start_response: Callable) -> list[bytes]:
        try:
            content = self.answer(environ)
            status = HTTPStatus.NO_CONTENT if content is None else HTTPStatus.OK
        except Refusal as refusal:
            content, status = None, refusal.status
        headers = [] if content is None else [("Content-Type", "application/json")]
        start_response(f"{int(status)} {status.phrase}", headers)
        if content is None or environ["REQUEST_METHOD"] == "HEAD":
            return [b""]
        return [json.dumps(content).encode()]

    def answer(self, environ: dict) -> object:
        found = [(name, rule.fullmatch(environ["PATH_INFO"])) for name, rule in ROUTES.items()]
        route, match = next(((name, match) for name, match in found if match), ("", None))
        if match is None:
            raise Refusal(HTTPStatus.NOT_FOUND)
        form = _read_form(environ)
        action = _effective_method(environ, form, route), route
        if action not in OPEN:
            if action not in STAFF:
                raise Refusal(HTTPStatus.METHOD_NOT_ALLOWED)
            key = environ.get("HTTP_X_STAFF_KEY", "").encode("utf-8", "replace")
            if not secrets.compare_digest(key, self.staff_key):
                raise Refusal(HTTPStatus.UNAUTHORIZED)
        if route == "books":
            return [self.show(book_id) for book_id in sorted(self.books)]
        return self.act(action, match[1], form)

    def act(self, action: tuple[str, str], book_id: str, form: dict[str, str]) -> object:
        if book_id not in self.books:
            raise Refusal(HTTPStatus.NOT_FOUND)
        book = self.books[book_id]
        try:
            match action:
                case ("DELETE", _):
                    del self.books[book_id]
                    return None
                case ("PUT", _):
                    book["title"], book["shelf"] = form["title"], form["shelf"]
                case ("POST", _):
                    book["reservations"].append(form["name"])
        except KeyError:
            raise Refusal(HTTPStatus.BAD_REQUEST) from None
        return self.show(book_id)

    def show(self, book_id: str) -> dict:
        book = self.books[book_id]
        shown = {name: book[name] for name in ("title", "shelf")}
        return {"id": book_id, **shown, "reserved": len(book["reservations"])}


def make_app(books: dict[str, dict], staff_key: str) -> Callable:
    """Makes the WSGI application for these books."""
    return Catalogue(books, staff_key)
