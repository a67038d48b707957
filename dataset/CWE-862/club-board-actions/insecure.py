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


def make_app(db: sqlite3.Connection) -> Callable:
    """Makes the WSGI application on this database."""

    def is_board(user):
        row = db.execute("SELECT board FROM members WHERE name = ?", (user,)).fetchone()
        return bool(row and row[0])

    def index(user):
        board = is_board(user)
        items = []
        for (name,) in db.execute("SELECT name FROM members ORDER BY name"):
            escaped = html.escape(name)
            items.append(f"<li>{escaped}{BUTTONS.format(escaped) if board else ''}</li>")
        export = '<a href="/export.csv">Export</a>' if board else ""
        return f"<!DOCTYPE html><title>Members</title><ul>{''.join(items)}</ul>{export}"

    def update(column, name):
        cursor = db.execute(f"UPDATE members SET {column} = 1 WHERE name = ?", (name,))
        db.commit()
        return cursor.rowcount == 1

    def export():
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(["name", "email", "board", "fee_paid", "banned"])
        writer.writerows(
            db.execute("SELECT name, email, board, fee_paid, banned FROM members ORDER BY name")
        )
        return text.getvalue()

    def app(environ, start_response):
        def answer(status, text="", kind="text/plain", **headers):
            start_response(status, [("Content-Type", f"{kind}; charset=utf-8"), *headers.items()])
            return [text.encode()]

        user = environ.get("REMOTE_USER")
        if user is None:
            return answer("401 Unauthorized", "Please log in")
        route = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        if route == ("GET", "/"):
            return answer("200 OK", index(user), "text/html")
        if route in (("POST", "/ban"), ("POST", "/fee")):
            length = int(environ.get("CONTENT_LENGTH") or 0)
            form = parse_qs(environ["wsgi.input"].read(length).decode())
            column = "banned" if route[1] == "/ban" else "fee_paid"
            if not update(column, form.get("name", [""])[0]):
                return answer("404 Not Found", "No such member")
            return answer("303 See Other", Location="/")
        if route == ("GET", "/export.csv"):
            return answer("200 OK", export(), "text/csv")
        return answer("404 Not Found", "No such page")

    return app
