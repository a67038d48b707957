"""The booking page of a clinic: errors get a number, under which they stand in the log."""

import logging
import secrets
import sqlite3
from collections.abc import Callable
from urllib.parse import parse_qs


class _Refused(Exception):
    """A request that can't be fulfilled; holds the status and a text for the patient."""


def _whole(values: list[str]) -> int:
    try:
        return int(values[0])
    except (ValueError, IndexError):
        raise _Refused("400 Bad Request", "Which appointment do you mean?") from None


def _starts_at(db: sqlite3.Connection, slot: int) -> str:
    for (text,) in db.execute("SELECT starts_at FROM slots WHERE id = ?", (slot,)):
        return text
    raise _Refused("404 Not Found", "This appointment doesn't exist.")


def _book(db: sqlite3.Connection, slot: int, patient: str) -> None:
    _starts_at(db, slot)
    if not patient:
        raise _Refused("400 Bad Request", "Please give us your number.")
    try:
        with db:
            db.execute("INSERT INTO bookings VALUES (?, ?)", (slot, patient))
    except sqlite3.IntegrityError:
        raise _Refused("409 Conflict", "This appointment is taken.") from None


def make_app(db: sqlite3.Connection) -> Callable:
    """Return the application that shows and books slots."""

    def respond(environ: dict) -> tuple[str, str]:
        request = f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}"
        if request == "GET /slot":
            query = parse_qs(environ.get("QUERY_STRING", ""))
            return "200 OK", _starts_at(db, _whole(query.get("id", [])))
        if request == "POST /book":
            body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
            fields = parse_qs(body.decode())
            slot = _whole(fields.get("slot", []))
            _book(db, slot, fields.get("patient_no", [""])[0])
            return "201 Created", "Booked."
        raise _Refused("404 Not Found", "This page doesn't exist.")

    def app(environ: dict, start_response: Callable) -> list[bytes]:
        try:
            status, text = respond(environ)
        except _Refused as refusal:
            status, text = refusal.args
        except Exception:
            incident = secrets.token_hex(4)
            logging.exception("incident %s", incident)
            status, text = "500 Internal Server Error", f"Please tell us this number: {incident}"
        start_response(status, [("Content-Type", "text/plain; charset=utf-8")])
        return [text.encode("utf-8")]

    return app
