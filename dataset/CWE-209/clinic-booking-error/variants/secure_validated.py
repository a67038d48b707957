"""The booking page of a clinic: the input is looked at first, then the database is asked."""

from __future__ import annotations

import logging
import re
import sqlite3
from collections.abc import Callable, Iterable
from http import HTTPStatus
from urllib.parse import parse_qsl

log = logging.getLogger("clinic")
NUMBER = re.compile(r"[0-9]{1,15}", re.ASCII)


class _Page:
    """Answers requests by a status and a text of its own."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def _start(self, slot: int) -> str | None:
        found = self.db.execute("SELECT starts_at FROM slots WHERE id = ?", [slot]).fetchone()
        return None if found is None else str(found[0])

    def _book(self, slot: int, patient: str) -> tuple[HTTPStatus, str]:
        if self._start(slot) is None:
            return HTTPStatus.NOT_FOUND, "We have no such appointment."
        sql = "INSERT OR IGNORE INTO bookings (slot_id, patient_no) VALUES (?, ?)"
        with self.db:
            count = self.db.execute(sql, [slot, patient]).rowcount
        if count == 0:
            return HTTPStatus.CONFLICT, "Somebody else has this appointment."
        return HTTPStatus.CREATED, "Thank you, we look forward to seeing you."

    def reply(self, environ: dict) -> tuple[HTTPStatus, str]:
        match environ["REQUEST_METHOD"], environ["PATH_INFO"]:
            case "GET", "/slot":
                text = environ.get("QUERY_STRING", "")
            case "POST", "/book":
                size = int(environ.get("CONTENT_LENGTH") or 0)
                text = environ["wsgi.input"].read(size).decode("utf-8", "replace")
            case _:
                return HTTPStatus.NOT_FOUND, "We have no such page."
        given = dict(parse_qsl(text))
        booking = environ["PATH_INFO"] == "/book"
        slot = given.get("slot" if booking else "id", "").strip()
        if not NUMBER.fullmatch(slot) or (booking and not given.get("patient_no")):
            return HTTPStatus.BAD_REQUEST, "Please fill in all fields."
        if booking:
            return self._book(int(slot), given["patient_no"])
        start = self._start(int(slot))
        if start is None:
            return HTTPStatus.NOT_FOUND, "We have no such appointment."
        return HTTPStatus.OK, start


def make_app(db: sqlite3.Connection) -> Callable:
    """Return the application that shows and books slots."""
    page = _Page(db)

    def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
        try:
            status, text = page.reply(environ)
        except Exception:
            log.exception("a request failed")
            status, text = HTTPStatus.INTERNAL_SERVER_ERROR, "This is our fault. Try again later."
        headers = [("Content-Type", "text/plain; charset=utf-8")]
        start_response(f"{status.value} {status.phrase}", headers)
        return [text.encode()]

    return app
