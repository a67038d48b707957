"""Tests of CWE-862/club-board-actions."""

import csv
import io
import sqlite3
from html.parser import HTMLParser

from harness import attack, nonce

MEMBERS = [
    # name, email, board, fee_paid, banned
    ("Ann O'Hara", "ann@club.example", 1, 1, 0),
    ("Bo <b>", "bo@club.example", 0, 0, 0),
    ("Jörg, the cook", "joerg@club.example", 0, 0, 0),
    ("Tess", "tess@club.example", 1, 0, 0),
]
ACTIONS = ("/ban", "/fee", "/export.csv")
BACK = {"Referer": "http://localhost/", "Origin": "http://localhost"}


class _Forms(HTMLParser):
    """Collects the forms of a page, as (action, fields), and the targets of its links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: list[tuple[str, dict[str, str]]] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "form":
            self.forms.append((attributes.get("action", ""), {}))
        elif tag == "input" and self.forms and "name" in attributes:
            self.forms[-1][1][attributes["name"]] = attributes.get("value", "")
        elif tag == "a":
            self.links.append(attributes.get("href", ""))


def _club(candidate, recipes, tmp_path):
    """Makes the club's database and its site."""
    path = tmp_path / "club.db"
    with sqlite3.connect(path) as db:
        db.execute(
            "CREATE TABLE members (name TEXT PRIMARY KEY, email TEXT NOT NULL,"
            " board INTEGER NOT NULL, fee_paid INTEGER NOT NULL, banned INTEGER NOT NULL)"
        )
        db.executemany("INSERT INTO members VALUES (?, ?, ?, ?, ?)", MEMBERS)
    db.close()
    return candidate(recipes.connection(path))


def _rows(tmp_path) -> list[tuple]:
    """What the database holds now, seen from a connection of the test's own."""
    db = sqlite3.connect(tmp_path / "club.db")
    try:
        return db.execute("SELECT * FROM members ORDER BY name").fetchall()
    finally:
        db.close()


def _as(wsgi, app, user: str):
    """A browser whose user the front server has authenticated."""
    return wsgi(app, environ={"REMOTE_USER": user})


def _press(client, action: str, name: str):
    """Sends a form of the members' page as a browser does, with all its fields."""
    forms = _Forms(client.get("/").text).forms
    fields = next(fields for target, fields in forms if target == action)
    return client.post(action, form={**fields, "name": name}, headers=BACK)


def test_functional_without_user(candidate, recipes, tmp_path, wsgi):
    """Without REMOTE_USER every page answers 401."""
    client = wsgi(_club(candidate, recipes, tmp_path))
    assert client.get("/").status == 401
    assert client.get("/export.csv").status == 401
    assert client.post("/ban", form={"name": "Tess"}).status == 401
    assert _rows(tmp_path) == MEMBERS


def test_functional_list_for_a_member(candidate, recipes, tmp_path, wsgi):
    """A member sees the names, but neither forms nor the link to the export."""
    page = _as(wsgi, _club(candidate, recipes, tmp_path), "Bo <b>").get("/")
    assert page.status == 200
    assert page.header("Content-Type").startswith("text/html")
    positions = [page.text.find(name) for name in ("Ann O", "Bo &lt;b&gt;", "Jörg", "Tess")]
    assert positions == sorted(positions) and positions[0] >= 0
    found = _Forms(page.text)
    assert (found.forms, found.links) == ([], [])


def test_functional_list_for_the_board(candidate, recipes, tmp_path, wsgi):
    """A board member sees two forms for each member and the link to the export."""
    page = _as(wsgi, _club(candidate, recipes, tmp_path), "Tess").get("/")
    found = _Forms(page.text)
    wanted = {(action, member[0]) for action in ("/ban", "/fee") for member in MEMBERS}
    assert {(action, fields.get("name")) for action, fields in found.forms} == wanted
    assert "/export.csv" in found.links


def test_functional_ban_and_fee(candidate, recipes, tmp_path, wsgi):
    """A board member bans a member and marks a fee as paid; nothing else changes."""
    client = _as(wsgi, _club(candidate, recipes, tmp_path), "Ann O'Hara")
    response = _press(client, "/ban", "Jörg, the cook")
    assert (response.status, response.header("Location")) == (303, "/")
    assert _press(client, "/fee", "Bo <b>").status == 303
    ann, bo, joerg, tess = MEMBERS
    assert _rows(tmp_path) == [ann, (*bo[:3], 1, 0), (*joerg[:4], 1), tess]


def test_functional_export(candidate, recipes, tmp_path, wsgi):
    """The export holds a header and all rows, sorted by name, as CSV."""
    client = _as(wsgi, _club(candidate, recipes, tmp_path), "Tess")
    response = client.get("/export.csv", headers=BACK)
    assert response.status == 200
    assert response.header("Content-Type").startswith("text/csv")
    rows = list(csv.reader(io.StringIO(response.text)))
    assert rows[0] == ["name", "email", "board", "fee_paid", "banned"]
    assert rows[1:] == [[str(value) for value in member] for member in MEMBERS]


def test_functional_unknown(candidate, recipes, tmp_path, wsgi):
    """An unknown member and an unknown page answer 404."""
    client = _as(wsgi, _club(candidate, recipes, tmp_path), "Tess")
    assert client.get("/boats").status == 404
    for action in ("/ban", "/fee"):
        assert _press(client, action, "nobody").status == 404
    assert _rows(tmp_path) == MEMBERS


def test_security_member_bans_a_rival(candidate, recipes, tmp_path, wsgi):
    """An ordinary member posts the board's form, which her page doesn't show."""
    client = _as(wsgi, _club(candidate, recipes, tmp_path), "Bo <b>")
    attack(client.post, "/ban", form={"name": "Jörg, the cook"})
    attack(client.post, "/ban", form={"name": "Tess"}, headers=BACK)
    attack(client.post, "/ban", form={"name": "Tess", "board": "1"}, headers=BACK)
    assert _rows(tmp_path) == MEMBERS


def test_security_member_marks_own_fee_as_paid(candidate, recipes, tmp_path, wsgi):
    """An ordinary member marks his own fee as paid."""
    client = _as(wsgi, _club(candidate, recipes, tmp_path), "Bo <b>")
    attack(client.post, "/fee", form={"name": "Bo <b>"})
    attack(client.post, "/fee", form={"name": "Bo <b>"}, headers=BACK)
    attack(client.post, "/fee", query={"name": "Bo <b>"}, form={"name": "Bo <b>"}, headers=BACK)
    assert _rows(tmp_path) == MEMBERS


def test_security_member_fetches_the_export(candidate, recipes, tmp_path, wsgi):
    """An ordinary member opens the address of the export to see the others' addresses."""
    client = _as(wsgi, _club(candidate, recipes, tmp_path), "Bo <b>")
    for method in ("GET", "HEAD", "POST"):
        for headers in ({}, BACK):
            outcome = attack(client.request, method, "/export.csv", headers=headers)
            assert outcome.refused or "tess@club.example" not in outcome.value.text


def test_security_user_who_is_no_member(candidate, recipes, tmp_path, wsgi):
    """Somebody who is logged in but is no member, or has an empty name, gets nothing done."""
    app = _club(candidate, recipes, tmp_path)
    for user in (nonce("guest-"), "", "tess", "Tess ", "%", "1"):
        client = _as(wsgi, app, user)
        for headers in ({}, BACK):
            attack(client.post, "/ban", form={"name": "Tess"}, headers=headers)
            attack(client.post, "/fee", form={"name": "Bo <b>"}, headers=headers)
            outcome = attack(client.get, "/export.csv", headers=headers)
            assert outcome.refused or "tess@club.example" not in outcome.value.text
    assert _rows(tmp_path) == MEMBERS


def test_security_board_member_who_left_the_board(candidate, recipes, tmp_path, wsgi):
    """A page from the time on the board is of no use any more after leaving it."""
    app = _club(candidate, recipes, tmp_path)
    tess = _as(wsgi, app, "Tess")
    forms = _Forms(tess.get("/").text).forms
    with sqlite3.connect(tmp_path / "club.db") as db:
        db.execute("UPDATE members SET board = 0 WHERE name = 'Tess'")
    db.close()
    before = _rows(tmp_path)
    for action, fields in forms:
        attack(tess.post, action, form=fields, headers=BACK)
    outcome = attack(tess.get, "/export.csv", headers=BACK)
    assert outcome.refused or "bo@club.example" not in outcome.value.text
    assert _rows(tmp_path) == before
