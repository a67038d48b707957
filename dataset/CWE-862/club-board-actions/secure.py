"""Member administration of a sailing club."""

import csv
import html
import io
import sqlite3
from collections.abc import Callable
from urllib.parse import parse_qs

BUTTONS = (
    '<form method="post" action="/ban"><input type="hidden" name="name" value="{0}">'
    "<button>Ban</button></form>"
    '<form method="post" action="/fee"><input type="hidden" name="name" value="{0}">'
    "<button>Fee paid</button></form>"
)


class _Refused(Exception):
    """A request that gets an error status instead of its page."""


class _Club:
    """The pages of the site. Each one that is meant for the board asks for it first."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def _is_board(self, user: str) -> bool:
        found = self._db.execute("SELECT board FROM members WHERE name = ?", (user,)).fetchone()
        return found is not None and found[0] == 1

    def _require_board(self, user: str) -> None:
        if not self._is_board(user):
            raise _Refused("403 Forbidden")

    def index(self, user: str, form: dict[str, str]):
        board = self._is_board(user)
        items = []
        for (name,) in self._db.execute("SELECT name FROM members ORDER BY name"):
            escaped = html.escape(name)
            items.append(f"<li>{escaped}{BUTTONS.format(escaped) if board else ''}</li>")
        export = '<a href="/export.csv">Export</a>' if board else ""
        page = f"<!DOCTYPE html><title>Members</title><ul>{''.join(items)}</ul>{export}"
        return "200 OK", [("Content-Type", "text/html; charset=utf-8")], page

    def ban(self, user: str, form: dict[str, str]):
        self._require_board(user)
        return self._change("UPDATE members SET banned = 1 WHERE name = ?", form)

    def fee(self, user: str, form: dict[str, str]):
        self._require_board(user)
        return self._change("UPDATE members SET fee_paid = 1 WHERE name = ?", form)

    def _change(self, statement: str, form: dict[str, str]):
        with self._db:
            changed = self._db.execute(statement, (form.get("name", ""),)).rowcount
        if not changed:
            raise _Refused("404 Not Found")
        return "303 See Other", [("Location", "/")], ""

    def export(self, user: str, form: dict[str, str]):
        self._require_board(user)
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(["name", "email", "board", "fee_paid", "banned"])
        writer.writerows(
            self._db.execute(
                "SELECT name, email, board, fee_paid, banned FROM members ORDER BY name"
            )
        )
        return "200 OK", [("Content-Type", "text/csv; charset=utf-8")], text.getvalue()


def _form(environ: dict) -> dict[str, str]:
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    fields = parse_qs(body.decode("utf-8", "replace"))
    return {key: values[0] for key, values in fields.items()}


def make_app(db: sqlite3.Connection) -> Callable:
    """Makes the WSGI application on this database."""
    club = _Club(db)
    pages = {
        ("GET", "/"): club.index,
        ("POST", "/ban"): club.ban,
        ("POST", "/fee"): club.fee,
        ("GET", "/export.csv"): club.export,
    }

    def app(environ, start_response):
        try:
            user = environ.get("REMOTE_USER")
            if not user:
                raise _Refused("401 Unauthorized")
            page = pages.get((environ["REQUEST_METHOD"], environ["PATH_INFO"]))
            if page is None:
                raise _Refused("404 Not Found")
            status, headers, text = page(user, _form(environ))
        except _Refused as refusal:
            status = text = str(refusal)
            headers = [("Content-Type", "text/plain; charset=utf-8")]
        start_response(status, headers)
        return [text.encode("utf-8")]

    return app
