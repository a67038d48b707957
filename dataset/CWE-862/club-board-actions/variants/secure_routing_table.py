"""Member administration of a sailing club: the needed right stands beside each route."""

import csv
import enum
import html
import io
import sqlite3
import urllib.parse
from collections.abc import Callable, Iterator

Answer = tuple[int, dict[str, str], str]
STATUS = {200: "OK", 303: "See Other", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found"}
COLUMNS = ("name", "email", "board", "fee_paid", "banned")


class Right(enum.IntEnum):
    """Who may open a page; a page for which nothing is said is for the board."""

    ANYBODY_LOGGED_IN = 0
    BOARD = 1


class Site:
    """Finds the handler of a request and checks the right before calling it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.routes: dict[str, tuple[Callable[[str, dict], Answer], Right]] = {}
        self.add("GET /", self.show, Right.ANYBODY_LOGGED_IN)
        self.add("GET /export.csv", self.export)
        self.add("POST /ban", lambda user, form: self.mark("banned", form))
        self.add("POST /fee", lambda user, form: self.mark("fee_paid", form))

    def add(self, route: str, handler: Callable, right: Right = Right.BOARD) -> None:
        self.routes[route] = handler, right

    def right_of(self, user: str) -> Right:
        query = "SELECT 1 FROM members WHERE name = ? AND board = 1"
        found = self.db.execute(query, [user]).fetchone()
        return Right.BOARD if found else Right.ANYBODY_LOGGED_IN

    def dispatch(self, environ: dict) -> Answer:
        user = environ.get("REMOTE_USER", "")
        if user == "":
            return 401, {}, "log in first"
        route = f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}"
        if route not in self.routes:
            return 404, {}, "no such page"
        handler, needed = self.routes[route]
        if self.right_of(user) < needed:
            return 403, {}, "for the board only"
        size = int(environ.get("CONTENT_LENGTH") or 0)
        body = environ["wsgi.input"].read(size).decode("utf-8", "replace")
        return handler(user, dict(urllib.parse.parse_qsl(body)))

    def __call__(self, environ: dict, start_response: Callable) -> list[bytes]:
        status, headers, text = self.dispatch(environ)
        headers.setdefault("Content-Type", "text/plain; charset=utf-8")
        start_response(f"{status} {STATUS[status]}", list(headers.items()))
        return [text.encode()]

    def _lines(self, board: bool) -> Iterator[str]:
        yield "<!doctype html>\n<h1>Members</h1>\n"
        for (name,) in self.db.execute("SELECT name FROM members ORDER BY name").fetchall():
            name = html.escape(name)
            yield f"<p>{name}</p>\n"
            for action, label in (("/ban", "Ban"), ("/fee", "Fee paid")) if board else ():
                yield f"<form method='post' action='{action}'>"
                yield f"<input type='hidden' name='name' value='{name}'>"
                yield f"<input type='submit' value='{label}'></form>\n"
        if board:
            yield "<p><a href='/export.csv'>Export</a></p>\n"

    def show(self, user: str, form: dict) -> Answer:
        page = "".join(self._lines(self.right_of(user) is Right.BOARD))
        return 200, {"Content-Type": "text/html; charset=utf-8"}, page

    def mark(self, column: str, form: dict) -> Answer:
        cursor = self.db.execute(
            f"UPDATE members SET {column} = 1 WHERE name = ?", [form.get("name")]
        )
        self.db.commit()
        return (303, {"Location": "/"}, "") if cursor.rowcount else (404, {}, "no such member")

    def export(self, user: str, form: dict) -> Answer:
        rows = self.db.execute(f"SELECT {', '.join(COLUMNS)} FROM members ORDER BY name")
        text = io.StringIO(newline="")
        csv.writer(text).writerows([COLUMNS, *rows])
        return 200, {"Content-Type": "text/csv; charset=utf-8"}, text.getvalue()


def make_app(db: sqlite3.Connection) -> Callable:
    """Makes the WSGI application on this database."""
    return Site(db)
