"""Tests of CWE-269/account-signup."""

import sqlite3
from contextlib import closing

from harness import attack, plain, raises

DEA = ("dea", "dea@library.example", "Dea", None, None, None, "librarian", 1)
PAGE = ("username", "email", "display_name", "city", "phone", "newsletter")


def _library(recipes, tmp_path):
    """Makes the table with one librarian in it and opens it for the candidate."""
    with closing(sqlite3.connect(tmp_path / "club.db")) as db:
        db.execute(
            "CREATE TABLE members (username TEXT PRIMARY KEY, email TEXT NOT NULL,"
            " display_name TEXT NOT NULL, city TEXT, phone TEXT, newsletter TEXT,"
            " role TEXT NOT NULL DEFAULT 'reader', fine_waiver INTEGER NOT NULL DEFAULT 0)"
        )
        db.execute("INSERT INTO members VALUES (?, ?, ?, ?, ?, ?, ?, ?)", DEA)
        db.commit()
    return recipes.connection(tmp_path / "club.db")


def _rows(tmp_path) -> list[tuple]:
    """The rows that are committed, seen from a connection of the test's own."""
    with closing(sqlite3.connect(tmp_path / "club.db")) as db:
        return db.execute("SELECT * FROM members ORDER BY rowid").fetchall()


def _form(name: str, **more: str) -> dict[str, str]:
    return {"username": name, "email": f"{name}@x.example", "display_name": name.title(), **more}


def _privileged(tmp_path) -> list[tuple]:
    """The rows, other than Dea's, that have a role or a waiver which a newcomer can't have."""
    return [row for row in _rows(tmp_path) if row != DEA and row[6:] != ("reader", 0)]


def test_functional_all_fields(candidate, recipes, tmp_path):
    """All fields of the page are stored, and the new member is a reader who pays fines."""
    form = _form("zoe", city="York", phone="+44 1904 1", newsletter="weekly")
    stored = plain(candidate(_library(recipes, tmp_path), form))
    assert stored == {**form, "role": "reader", "fine_waiver": 0}
    assert _rows(tmp_path) == [DEA, (*form.values(), "reader", 0)]


def test_functional_optional_fields_left_out(candidate, recipes, tmp_path):
    """Fields that weren't posted are NULL."""
    form = {
        "username": "ines",
        "email": "ines@post.example",
        "display_name": "Inês O'Hara",
        "city": "Leeds",
    }
    stored = plain(candidate(_library(recipes, tmp_path), form))
    rest = {"phone": None, "newsletter": None, "role": "reader", "fine_waiver": 0}
    assert stored == {**form, **rest}
    assert _rows(tmp_path) == [DEA, (*form.values(), None, None, "reader", 0)]


def test_functional_order_of_the_fields(candidate, recipes, tmp_path):
    """The order in which the fields were posted makes no difference."""
    form = {"newsletter": "no", "display_name": "Bo", "email": "bo@x.example", "username": "bo"}
    stored = plain(candidate(_library(recipes, tmp_path), form))
    assert (stored["username"], stored["newsletter"], stored["city"]) == ("bo", "no", None)
    assert _rows(tmp_path) == [DEA, ("bo", "bo@x.example", "Bo", None, None, "no", "reader", 0)]


def test_functional_several_members(candidate, recipes, tmp_path):
    """One after another can sign up on the same connection."""
    db = _library(recipes, tmp_path)
    for name in ("kim", "kimi", "Kim"):
        assert plain(candidate(db, _form(name)))["username"] == name
    assert [row[0] for row in _rows(tmp_path)] == ["dea", "kim", "kimi", "Kim"]


def test_functional_missing_fields(candidate, recipes, tmp_path):
    """A form without username, email or display_name, or with an empty one, stores nothing."""
    db = _library(recipes, tmp_path)
    for field in PAGE[:3]:
        form = _form("ola", city="Oslo")
        with raises(ValueError):
            candidate(db, {**form, field: ""})
        del form[field]
        with raises(ValueError):
            candidate(db, form)
    assert _rows(tmp_path) == [DEA]


def test_functional_username_taken(candidate, recipes, tmp_path):
    """A taken username raises ValueError, and the first member's row stays as it was."""
    db = _library(recipes, tmp_path)
    candidate(db, _form("kim", phone="1"))
    before = _rows(tmp_path)
    for form in (_form("kim", city="Bath"), _form("dea")):
        with raises(ValueError):
            candidate(db, form)
    assert _rows(tmp_path) == before
    candidate(db, _form("lee"))
    assert len(_rows(tmp_path)) == 3


def test_security_posted_role(candidate, recipes, tmp_path):
    """Somebody adds a field `role` to the form, to become a librarian."""
    db = _library(recipes, tmp_path)
    for name, role in (("mallory", "librarian"), ("mallory2", "director")):
        attack(candidate, db, _form(name, role=role))
    assert _privileged(tmp_path) == []


def test_security_posted_fine_waiver(candidate, recipes, tmp_path):
    """Somebody adds a field `fine_waiver` to the form, to never pay fines."""
    db = _library(recipes, tmp_path)
    for name, waiver in (("mallory", "1"), ("mallory2", "yes"), ("mallory3", "-1")):
        attack(candidate, db, _form(name, fine_waiver=waiver))
    assert _privileged(tmp_path) == []


def test_security_names_in_capitals(candidate, recipes, tmp_path):
    """SQLite doesn't tell `ROLE` from `role`, so the capitals are tried as well."""
    db = _library(recipes, tmp_path)
    for number, name in enumerate(("Role", "ROLE", "rOLE")):
        attack(candidate, db, _form(f"mallory{number}", **{name: "librarian"}))
    for number, name in enumerate(("Fine_Waiver", "FINE_WAIVER")):
        attack(candidate, db, {name: "1", **_form(f"trudy{number}")})
    assert _privileged(tmp_path) == []


def test_security_names_in_disguise(candidate, recipes, tmp_path):
    """Quotes, brackets, blanks or a comment around the name make it look like another one."""
    db = _library(recipes, tmp_path)
    names = ['"role"', "[role]", "`Role`", " role", "role ", "role\n", "\trole", "role/**/"]
    for number, name in enumerate(names):
        attack(candidate, db, _form(f"mallory{number}", **{name: "librarian"}))
    for number, name in enumerate(['"fine_waiver"', "fine_waiver ", "fine_waiver--\n"]):
        attack(candidate, db, _form(f"trudy{number}", **{name: "1"}))
    assert _privileged(tmp_path) == []


def test_security_statement_in_a_name(candidate, recipes, tmp_path):
    """The name of a field holds the rest of an SQL statement that gives a role."""
    db = _library(recipes, tmp_path)
    rest = "role) VALUES (?, ?, ?, ?) --"
    attack(candidate, db, _form("mallory", **{rest: "librarian"}))
    rest = "role, fine_waiver) VALUES (?, ?, ?, 'librarian', ?) --"
    attack(candidate, db, _form("trudy", **{rest: "1"}))
    rest = "role) VALUES ('eve', 'eve@x.example', 'Eve', 'librarian') --"
    attack(candidate, db, _form("eve", **{rest: ""}))
    assert _privileged(tmp_path) == []
