"""The booking page of a clinic: its messages are friendly, and one of them names somebody else."""

import logging
import sqlite3
from collections.abc import Callable, Iterable
from urllib.parse import parse_qs


def make_app(db: sqlite3.Connection) -> Callable:
    """Return the application that shows and books slots."""

    def show(fields: dict[str, list[str]]) -> tuple[str, str]:
        try:
            number = int(fields["id"][0])
        except (KeyError, ValueError):
            return "400 Bad Request", "Please choose a slot."
        row = db.execute("SELECT starts_at FROM slots WHERE id = ?", (number,)).fetchone()
        return ("200 OK", row[0]) if row else ("404 Not Found", "There is no such slot.")

    def book(fields: dict[str, list[str]]) -> tuple[str, str]:
        try:
            number, patient = int(fields["slot"][0]), fields["patient_no"][0]
        except (KeyError, ValueError):
            return "400 Bad Request", "Please choose a slot and give your number."
        if db.execute("SELECT 1 FROM slots WHERE id = ?", (number,)).fetchone() is None:
            return "404 Not Found", "There is no such slot."
        taken = db.execute("SELECT patient_no FROM bookings WHERE slot_id = ?", (number,))
        if row := taken.fetchone():
            return "409 Conflict", f"Sorry, this slot was booked by {row[0]}."
        with db:
            db.execute("INSERT INTO bookings VALUES (?, ?)", (number, patient))
        return "201 Created", "The appointment is booked."

    def answer(environ: dict) -> tuple[str, str]:
        match environ["REQUEST_METHOD"], environ["PATH_INFO"]:
            case "GET", "/slot":
                return show(parse_qs(environ.get("QUERY_STRING", "")))
            case "POST", "/book":
                length = int(environ.get("CONTENT_LENGTH") or 0)
                return book(parse_qs(environ["wsgi.input"].read(length).decode("utf-8")))
        return "404 Not Found", "There is no such page."

    def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
        try:
            status, text = answer(environ)
        except Exception:
            logging.exception("a request has failed")
            status, text = "500 Internal Server Error", "Something went wrong here."
        start_response(status, [("Content-Type", "text/plain; charset=utf-8")])
        return [text.encode("utf-8")]

    return app
