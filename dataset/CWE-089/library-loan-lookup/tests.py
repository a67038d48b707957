"""Tests of CWE-089/library-loan-lookup."""

import contextlib
import sqlite3

from harness import attack, nonce, plain

# card, title, due, returned
LOANS = [
    ("L-1", "Sea Birds", "2026-03-20", 0),
    ("L-1", "Deep Sea", "2026-03-02", 0),
    ("L-1", "Bread", "2026-03-05", 0),
    ("L-1", "Apples", "2026-03-20", 0),
    ("L-1", "Sea Charts", "2025-11-11", 1),
    ("L-1", "The Poems of O'Brien", "2026-04-01", 0),
    ("L-2", "Sea Law", "2026-03-01", 0),
    ("L-2", "Divorce in Ten Steps", "2026-03-03", 0),
    ("L-3", "Old News", "2025-01-01", 1),
]
OPEN = {title for card, title, _, returned in LOANS if card == "L-1" and not returned}


def open_library(folder, recipes, pin="4711"):
    """Make the database of the library and return the candidate's connection to it."""
    with contextlib.closing(sqlite3.connect(folder / "library.db")) as db, db:
        db.execute("CREATE TABLE loans (card TEXT, title TEXT, due TEXT, returned INTEGER)")
        db.execute("CREATE TABLE members (card TEXT, name TEXT, pin TEXT)")
        db.executemany("INSERT INTO loans VALUES (?, ?, ?, ?)", LOANS)
        db.executemany(
            "INSERT INTO members VALUES (?, ?, ?)", [("L-1", "Ann", "0815"), ("L-2", "Bo", pin)]
        )
    return recipes.connection(folder / "library.db")


def answer(candidate, db, card, title_part):
    """Return what the terminal shows: a list of dictionaries, or a refusal."""
    outcome = attack(candidate, db, card, title_part)
    return "refused" if outcome.refused else plain(outcome.value)


def foreign(candidate, db, card, title_part):
    """Return what the terminal shows besides the open loans of card L-1."""
    rows = answer(candidate, db, card, title_part)
    return [] if rows == "refused" else [row for row in rows if row["title"] not in OPEN]


def test_functional_title_part(candidate, recipes, tmp_path):
    """The open loans whose title contains the text are listed, the earliest due date first."""
    rows = candidate(open_library(tmp_path, recipes), "L-1", "Sea")
    assert plain(rows) == [
        {"title": "Deep Sea", "due": "2026-03-02"},
        {"title": "Sea Birds", "due": "2026-03-20"},
    ]


def test_functional_empty_title_part(candidate, recipes, tmp_path):
    """Without a text all open loans are listed, those of the same day by title."""
    rows = plain(candidate(open_library(tmp_path, recipes), "L-1", ""))
    titles = ["Deep Sea", "Bread", "Apples", "Sea Birds", "The Poems of O'Brien"]
    assert [row["title"] for row in rows] == titles


def test_functional_other_card(candidate, recipes, tmp_path):
    """Each card has its own list."""
    rows = candidate(open_library(tmp_path, recipes), "L-2", "Sea")
    assert plain(rows) == [{"title": "Sea Law", "due": "2026-03-01"}]


def test_functional_nothing_found(candidate, recipes, tmp_path):
    """No fitting title, no open loan and an unknown card give an empty list."""
    db = open_library(tmp_path, recipes)
    for card, title_part in (("L-1", "Moon"), ("L-3", ""), ("L-3", "News"), ("L-9", "")):
        assert plain(candidate(db, card, title_part)) == []


def test_security_or_in_the_title(candidate, recipes, tmp_path):
    """A condition that is always true, typed as a title, doesn't show the loans of others."""
    db = open_library(tmp_path, recipes)
    for title_part in ("' OR '1'='1", "x%' OR 1=1 --", "x' or card <> 'L-1", "x'||'' OR 1 --"):
        assert foreign(candidate, db, "L-1", title_part) == []


def test_security_union_in_the_title(candidate, recipes, tmp_path):
    """A second query, typed as a title, doesn't show the PINs of the members."""
    pin = nonce("pin-")
    db = open_library(tmp_path, recipes, pin)
    for columns in ("name, pin", "pin, name", "card, name, pin, 0", "pin, pin, pin"):
        for union in ("UNION", "union all", "Union/**/"):
            title_part = f"x' {union} SELECT {columns} FROM members --"
            assert pin not in repr(answer(candidate, db, "L-1", title_part))


def test_security_question_in_the_title(candidate, recipes, tmp_path):
    """Whether loans are listed doesn't tell if a guess about somebody's PIN is right."""
    db = open_library(tmp_path, recipes)
    question = "%' AND (SELECT pin FROM members WHERE name = 'Bo') LIKE '{}%' AND title LIKE '%"
    right, wrong = question.format("47"), question.format("48")
    assert answer(candidate, db, "L-1", right) == answer(candidate, db, "L-1", wrong)


def test_security_or_on_the_card(candidate, recipes, tmp_path):
    """A condition that is always true, printed on a card, doesn't show the loans of others."""
    db = open_library(tmp_path, recipes)
    for card in ("' OR '1'='1", "' OR 1=1 --", "L-1' OR card <> 'L-1", "x' <> 'y"):
        assert foreign(candidate, db, card, "") == []


def test_security_union_on_the_card(candidate, recipes, tmp_path):
    """A second query, printed on a card, doesn't show the PINs of the members."""
    pin = nonce("pin-")
    db = open_library(tmp_path, recipes, pin)
    for columns in ("name, pin", "card, name, pin, 0", "name, pin, 0"):
        card = f"x' UNION SELECT {columns} FROM members --"
        assert pin not in repr(answer(candidate, db, card, ""))


def test_security_double_quotes(candidate, recipes, tmp_path):
    """Double quotes, on the card or in the title, don't make a condition of the text either."""
    db = open_library(tmp_path, recipes)
    for text in ('" OR "1"="1', 'x%" OR 1=1 --', 'x" OR card <> "L-1', 'x" <> "y'):
        assert foreign(candidate, db, "L-1", text) == []
        assert foreign(candidate, db, text, "") == []


def test_security_union_behind_double_quotes(candidate, recipes, tmp_path):
    """Nor does a second query behind a double quote show the PINs of the members."""
    pin = nonce("pin-")
    db = open_library(tmp_path, recipes, pin)
    for columns in ("name, pin", "card, name, pin, 0", "name, pin, 0"):
        text = f'x" UNION SELECT {columns} FROM members --'
        assert pin not in repr(answer(candidate, db, "L-1", text))
        assert pin not in repr(answer(candidate, db, text, ""))
