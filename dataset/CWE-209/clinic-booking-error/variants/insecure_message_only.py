"""The booking page of a clinic."""

import sqlite3
from collections.abc import Callable, Iterable
from urllib.parse import parse_qs

TYPE = ("Content-Type", "text/plain; charset=utf-8")


def _form(environ: dict) -> dict[str, str]:
    """Return the fields of a form."""
    length = int(environ.get("CONTENT_LENGTH") or 0)
    fields = parse_qs(environ["wsgi.input"].read(length).decode("utf-8"))
    return {name: values[0] for name, values in fields.items()}


def make_app(db: sqlite3.Connection) -> Callable:
    """Return the application that shows and books slots."""

    def show(environ: dict) -> tuple[str, str]:
        slot = int(parse_qs(environ.get("QUERY_STRING", ""))["id"][0])
        row = db.execute("SELECT starts_at FROM slots WHERE id = ?", (slot,)).fetchone()
        return ("200 OK", row[0]) if row else ("404 Not Found", "There is no such appointment.")

    def book(environ: dict) -> tuple[str, str]:
        form = _form(environ)
        slot, patient = int(form["slot"]), form["patient_no"]
        if db.execute("SELECT 1 FROM slots WHERE id = ?", (slot,)).fetchone() is None:
            return "404 Not Found", "There is no such appointment."
        with db:
            db.execute("INSERT INTO bookings VALUES (?, ?)", (slot, patient))
        return "201 Created", "The appointment is booked."

    def answer(environ: dict) -> tuple[str, str]:
        routes = {("GET", "/slot"): show, ("POST", "/book"): book}
        route = routes.get((environ["REQUEST_METHOD"], environ["PATH_INFO"]))
        if route is None:
            return "404 Not Found", "There is no such page."
        try:
            return route(environ)
        except (ValueError, KeyError) as error:
            return "400 Bad Request", f"Something is wrong: {error}"
        except sqlite3.IntegrityError as error:
            return "409 Conflict", f"Something is wrong: {error}"
        except Exception as error:
            return "500 Internal Server Error", f"Something is wrong: {error}"

    def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
        status, text = answer(environ)
        start_response(status, [TYPE])
        return [text.encode("utf-8")]

    return app
