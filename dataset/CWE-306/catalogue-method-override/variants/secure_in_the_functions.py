"""Catalogue of a library: the functions that change a book ask for the key themselves."""

import hmac
import json
from collections.abc import Callable
from urllib.parse import parse_qs


class HttpError(Exception):
    """The status of an answer other than 200."""


class Request:
    """What has been asked for."""

    def __init__(self, environ: dict) -> None:
        self.key = environ.get("HTTP_X_STAFF_KEY", "")
        self.path = environ["PATH_INFO"].rstrip("/")
        length = int(environ.get("CONTENT_LENGTH") or 0)
        text = environ["wsgi.input"].read(length).decode("utf-8", "replace")
        self.fields = {name: values[-1] for name, values in parse_qs(text).items()}
        self.method = environ["REQUEST_METHOD"]
        if self.method == "HEAD":
            self.method = "GET"
        elif self.method == "POST":
            wished = environ.get("HTTP_X_HTTP_METHOD_OVERRIDE", self.fields.get("_method", "POST"))
            self.method = wished.strip().upper()

    def field(self, name: str) -> str:
        if not self.fields.get(name):
            raise HttpError("400 Bad Request")
        return self.fields[name]


def make_app(books: dict[str, dict], staff_key: str) -> Callable:
    """Makes the WSGI application for these books."""

    def require_staff(request: Request) -> None:
        if not hmac.compare_digest(request.key.encode(), staff_key.encode()):
            raise HttpError("401 Unauthorized")

    def find(book_id: str) -> dict:
        if book_id not in books:
            raise HttpError("404 Not Found")
        return books[book_id]

    def show(request: Request, book_id: str) -> dict:
        book = find(book_id)
        return {
            "id": book_id,
            "title": book["title"],
            "shelf": book["shelf"],
            "reserved": len(book["reservations"]),
        }

    def show_all(request: Request) -> list[dict]:
        return [show(request, book_id) for book_id in sorted(books)]

    def reserve(request: Request, book_id: str) -> dict:
        find(book_id)["reservations"].append(request.field("name"))
        return show(request, book_id)

    def change(request: Request, book_id: str) -> dict:
        require_staff(request)
        new = {"title": request.field("title"), "shelf": request.field("shelf")}
        find(book_id).update(new)
        return show(request, book_id)

    def remove(request: Request, book_id: str) -> None:
        require_staff(request)
        find(book_id)
        books.pop(book_id)

    def route(request: Request) -> object:
        match request.path.split("/"):
            case ["", "books"]:
                functions, arguments = {"GET": show_all}, []
            case ["", "books", book_id]:
                functions, arguments = {"GET": show, "PUT": change, "DELETE": remove}, [book_id]
            case ["", "books", book_id, "reserve"]:
                functions, arguments = {"POST": reserve}, [book_id]
            case _:
                raise HttpError("404 Not Found")
        if request.method not in functions:
            raise HttpError("405 Method Not Allowed")
        return functions[request.method](request, *arguments)

    def app(environ: dict, start_response: Callable) -> list[bytes]:
        try:
            content = route(Request(environ))
        except HttpError as error:
            start_response(str(error), [("Content-Type", "text/plain")])
            return []
        if content is None:
            start_response("204 No Content", [])
            return []
        start_response("200 OK", [("Content-Type", "application/json")])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [json.dumps(content).encode()]

    return app
