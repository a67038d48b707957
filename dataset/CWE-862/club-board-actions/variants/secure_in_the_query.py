"""Member administration of a sailing club: each query of the board carries the condition."""

import csv
import io
import sqlite3
from collections.abc import Callable
from html import escape
from urllib.parse import parse_qs

BOARD = "EXISTS (SELECT 1 FROM members AS me WHERE me.name = :user AND me.board = 1)"
UPDATES = {
    "/ban": f"UPDATE members SET banned = 1 WHERE name = :name AND {BOARD}",
    "/fee": f"UPDATE members SET fee_paid = 1 WHERE name = :name AND {BOARD}",
}
EXPORT = f"""
    SELECT name, email, board, fee_paid, banned FROM members WHERE {BOARD} ORDER BY name
"""


def _buttons(name: str) -> str:
    field = f'<input type="hidden" name="name" value="{escape(name)}">'
    return "".join(
        f'<form action="{action}" method="post">{field}<button>{label}</button></form>'
        for action, label in [("/ban", "Ban"), ("/fee", "Fee paid")]
    )


def make_app(db: sqlite3.Connection) -> Callable:
    """Makes the WSGI application on this database."""

    def app(environ, start_response):
        user = environ.get("REMOTE_USER") or None
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]

        def answer(status: str, text: str = "", kind: str = "text/plain", *more):
            start_response(status, [("Content-Type", f"{kind}; charset=utf-8"), *more])
            return [text.encode("utf-8")]

        if user is None:
            return answer("401 Unauthorized")
        if (method, path) == ("GET", "/"):
            (board,) = db.execute(f"SELECT {BOARD}", {"user": user}).fetchone()
            names = [row[0] for row in db.execute("SELECT name FROM members ORDER BY name")]
            lines = [escape(name) + (_buttons(name) if board else "") for name in names]
            if board:
                lines.append('<a href="/export.csv">Export</a>')
            return answer("200 OK", "<!DOCTYPE html>" + "<hr>".join(lines), "text/html")
        if method == "POST" and path in UPDATES:
            body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
            name = parse_qs(body.decode("utf-8", "replace")).get("name", [""])[0]
            with db:
                changed = db.execute(UPDATES[path], {"user": user, "name": name}).rowcount
            if changed == 0:
                return answer("404 Not Found", "no such member, or none of your business")
            return answer("303 See Other", "", "text/plain", ("Location", "/"))
        if (method, path) == ("GET", "/export.csv"):
            rows = db.execute(EXPORT, {"user": user}).fetchall()
            if not rows:
                return answer("403 Forbidden")
            text = io.StringIO()
            csv.writer(text).writerows([("name", "email", "board", "fee_paid", "banned"), *rows])
            return answer("200 OK", text.getvalue(), "text/csv")
        return answer("404 Not Found")

    return app
