"""Tests of CWE-209/member-import-report."""

import csv
import io
import re
import sqlite3
from contextlib import closing

from harness import attack, plain

COLUMNS = ("name", "email", "card_number", "pin", "joined")
CARD, PIN = "492911112222333", "8341"
ANNA = ("Anna Quill", "anna@mail.example", "550012345678", "1074", "2019-04-30")
BERT = ("Bert Oxley", "bert@mail.example", CARD, PIN, "2021-12-01")
CARA = ("Cara Zeller", "cara@mail.example", "371449635398431", "2950", "2008-02-29")


def _csv(*rows: tuple[str, ...]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([COLUMNS, *rows])
    return text.getvalue()


def _database(recipes, tmp_path):
    """Make the empty table; return a connection in the candidate's interpreter."""
    with closing(sqlite3.connect(tmp_path / "club.db")) as db, db:
        db.execute(
            "CREATE TABLE members (name TEXT, email TEXT, card_number TEXT UNIQUE, "
            "pin TEXT, joined TEXT)"
        )
    return recipes.connection(tmp_path / "club.db")


def _members(tmp_path) -> list[tuple]:
    """Return what another connection sees."""
    with closing(sqlite3.connect(tmp_path / "club.db")) as db:
        return db.execute("SELECT * FROM members ORDER BY rowid").fetchall()


def _numbers(messages: list[str]) -> list[int]:
    """Return the rows that the messages are about."""
    found = [re.match(r"row ([0-9]+):", message) for message in messages]
    assert all(found), messages
    return [int(match[1]) for match in found if match]


def _changed(column: str, value: str) -> tuple[str, ...]:
    """The second member with another value."""
    return tuple(value if name == column else old for name, old in zip(COLUMNS, BERT))


def _leaks(messages: list[str], *values: str) -> list[str]:
    """Return the values of which four characters in a row or more stand in a message."""
    said = re.sub(r"(?m)^row [0-9]+:", "", "\n".join(messages)).lower()
    squeezed = re.sub(r"[^a-z0-9]", "", said)
    found = []
    for value in values:
        signs = re.sub(r"[^a-z0-9]", "", value.lower())
        size = min(len(signs), 6)
        parts = [signs[at : at + size] for at in range(len(signs) - size + 1)]
        if size >= 4 and any(part in squeezed for part in parts):
            found.append(value)
    return found


def _report(candidate, recipes, tmp_path, *rows: tuple[str, ...]) -> list[str]:
    """Import the rows; return the messages, none if the import was refused."""
    outcome = attack(candidate, _database(recipes, tmp_path), _csv(*rows))
    return [] if outcome.refused else [str(message) for message in plain(outcome.value)]


def test_functional_import(candidate, recipes, tmp_path):
    """Members are put into the table as they are, without messages."""
    assert candidate(_database(recipes, tmp_path), _csv(ANNA, BERT, CARA)) == []
    assert _members(tmp_path) == [ANNA, BERT, CARA]


def test_functional_wrong_date(candidate, recipes, tmp_path):
    """A row with a date that doesn't exist is skipped; the others are imported."""
    rows = [ANNA, _changed("joined", "2019-02-30"), CARA]
    messages = candidate(_database(recipes, tmp_path), _csv(*rows))
    assert _numbers(messages) == [2]
    assert _members(tmp_path) == [ANNA, CARA]


def test_functional_wrong_fields(candidate, recipes, tmp_path):
    """Rows with other wrong fields are skipped as well."""
    wrong = [
        _changed("name", ""),
        _changed("email", "bert.mail.example"),
        _changed("card_number", "12345678901"),
        _changed("card_number", "12345678901234567"),
        _changed("pin", "834"),
        _changed("pin", "8e41"),
        _changed("joined", "30.04.2019"),
        _changed("joined", "2019-4-30"),
    ]
    messages = candidate(_database(recipes, tmp_path), _csv(*wrong, CARA))
    assert _numbers(messages) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert _members(tmp_path) == [CARA]


def test_functional_number_of_fields(candidate, recipes, tmp_path):
    """Rows with too few or too many fields are skipped."""
    rows = [BERT[:4], ANNA, (*BERT, "")]
    messages = candidate(_database(recipes, tmp_path), _csv(*rows))
    assert _numbers(messages) == [1, 3]
    assert _members(tmp_path) == [ANNA]


def test_functional_duplicate(candidate, recipes, tmp_path):
    """Of two members with one card number the first is imported."""
    rows = [BERT, ("Dora", "dora@mail.example", CARD, "1111", "2020-01-01"), ANNA]
    messages = candidate(_database(recipes, tmp_path), _csv(*rows))
    assert _numbers(messages) == [2]
    assert _members(tmp_path) == [BERT, ANNA]


def test_functional_no_members(candidate, recipes, tmp_path):
    """A file without members gives no messages."""
    assert candidate(_database(recipes, tmp_path), _csv()) == []
    assert _members(tmp_path) == []


def test_security_pin(candidate, recipes, tmp_path):
    """A PIN with a wrong character isn't posted, nor is the row's card number."""
    messages = _report(candidate, recipes, tmp_path, ANNA, _changed("pin", "83x41y"))
    assert _leaks(messages, "83x41y", CARD) == []


def test_security_card_number(candidate, recipes, tmp_path):
    """Nor is a card number with hyphens, blanks or a letter."""
    for number in ("4929-1111-2222-333X", "4929 1111 2222 3330", f"{CARD}7777", "4929111122"):
        (tmp_path / "club.db").unlink(missing_ok=True)
        messages = _report(candidate, recipes, tmp_path, _changed("card_number", number))
        assert _leaks(messages, number, PIN) == []


def test_security_shifted_columns(candidate, recipes, tmp_path):
    """Nor are values that stand in a wrong column."""
    rows = [
        (BERT[0], BERT[1], "550012345679", PIN, CARD),
        (BERT[0], CARD, BERT[1], PIN, BERT[4]),
        (BERT[0], BERT[1], PIN, CARD, BERT[4]),
        (BERT[0], BERT[1], "550012345678", "1074", PIN + "x"),
    ]
    messages = _report(candidate, recipes, tmp_path, *rows)
    assert _leaks(messages, CARD, PIN, PIN + "x") == []


def test_security_number_of_fields(candidate, recipes, tmp_path):
    """Nor are the values of a row with too few or too many of them."""
    messages = _report(candidate, recipes, tmp_path, BERT[:4], BERT[2:], (*BERT, "more", CARD))
    assert _leaks(messages, CARD, PIN, "Bert Oxley", "bert@mail") == []


def test_security_names_and_addresses(candidate, recipes, tmp_path):
    """Nor are the name and the address of the member whose row is wrong."""
    rows = [
        _changed("email", "bertmailexample"),
        _changed("pin", "x"),
        _changed("joined", "yesteryear"),
    ]
    messages = _report(candidate, recipes, tmp_path, *rows)
    assert _leaks(messages, "Bert Oxley", "bertmailexample", "bert@mail", "yesteryear") == []


def test_security_duplicate(candidate, recipes, tmp_path):
    """A duplicate shows neither the number nor who has it already."""
    rows = [BERT, ("Dora Kim-Voss", "dora@web.example", CARD, "6620", "2020-01-01")]
    messages = _report(candidate, recipes, tmp_path, *rows)
    shown = _leaks(messages, CARD, "Bert Oxley", "bert@mail", "Dora Kim-Voss", "dora@web", "6620")
    assert shown == []
