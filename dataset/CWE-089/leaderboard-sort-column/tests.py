"""Tests of CWE-089/leaderboard-sort-column."""

import contextlib
import sqlite3

from harness import attack, plain, raises

# name, points, games, season, invite_code; the secret order is like no other one.
PLAYERS = [
    ("Anna", 12, 9, 3, "q7-ibis"),
    ("Boris", 9, 11, 3, "a2-wren"),
    ("Chen", 15, 10, 3, "m5-kite"),
    ("Dora", 9, 8, 3, "x8-rook"),
    ("Emil", 11, 7, 3, "c4-lark"),
    ("Frida", 20, 12, 2, "b1-swan"),
]
SECRET_ORDER = ["Boris", "Emil", "Chen", "Anna", "Dora"]


def open_league(folder, recipes):
    """Make the database of the league and return the candidate's connection to it."""
    with contextlib.closing(sqlite3.connect(folder / "league.db")) as db, db:
        db.execute(
            "CREATE TABLE players (name TEXT, points INTEGER, games INTEGER, season INTEGER,"
            " invite_code TEXT)"
        )
        db.executemany("INSERT INTO players VALUES (?, ?, ?, ?, ?)", PLAYERS)
    return recipes.connection(folder / "league.db")


def names(rows):
    """Return the names in the order of the rows."""
    return [row[0] for row in rows]


def answer(candidate, db, sort):
    """Return what a visitor sees for this column: the names in their order, or a refusal."""
    outcome = attack(candidate, db, 3, sort)
    return "refused" if outcome.refused else names(plain(outcome.value))


def test_functional_sorts_by_points(candidate, recipes, tmp_path):
    """By points the best players come first, those with the same points by name."""
    rows = candidate(open_league(tmp_path, recipes), 3, "points")
    assert names(plain(rows)) == ["Chen", "Anna", "Emil", "Boris", "Dora"]


def test_functional_ascending(candidate, recipes, tmp_path):
    """Ascending by points, players with the same points are in the order of their names too."""
    rows = candidate(open_league(tmp_path, recipes), 3, "points", False)
    assert names(plain(rows)) == ["Boris", "Dora", "Emil", "Anna", "Chen"]


def test_functional_sorts_by_name(candidate, recipes, tmp_path):
    """By name the list runs from A to Z or back."""
    db = open_league(tmp_path, recipes)
    forward = ["Anna", "Boris", "Chen", "Dora", "Emil"]
    assert names(plain(candidate(db, 3, "name", False))) == forward
    assert names(plain(candidate(db, 3, "name", True))) == forward[::-1]


def test_functional_sorts_by_games(candidate, recipes, tmp_path):
    """By games the players with most games or with fewest come first."""
    db = open_league(tmp_path, recipes)
    most_first = ["Boris", "Chen", "Anna", "Dora", "Emil"]
    assert names(plain(candidate(db, 3, "games", True))) == most_first
    assert names(plain(candidate(db, 3, "games", False))) == most_first[::-1]


def test_functional_rows_of_one_season(candidate, recipes, tmp_path):
    """A row is (name, points, games), and only the season asked for is listed."""
    db = open_league(tmp_path, recipes)
    assert [tuple(row) for row in plain(candidate(db, 2, "points"))] == [("Frida", 20, 12)]
    assert plain(candidate(db, 1, "points")) == []


def test_functional_unknown_column(candidate, recipes, tmp_path):
    """A column that the table doesn't have raises ValueError."""
    with raises(ValueError):
        candidate(open_league(tmp_path, recipes), 3, "rank")


def test_security_order_answers_questions(candidate, recipes, tmp_path):
    """The order doesn't tell whether a guess about an invite code is right."""
    db = open_league(tmp_path, recipes)
    question = (
        "(CASE WHEN (SELECT unicode(invite_code) FROM players WHERE name = 'Anna') = {}"
        " THEN points ELSE -points END)"
    )
    right, wrong = question.format(ord("q")), question.format(ord("r"))
    assert answer(candidate, db, right) == answer(candidate, db, wrong)


def test_security_errors_answer_questions(candidate, recipes, tmp_path):
    """Whether there is an error doesn't tell it either."""
    db = open_league(tmp_path, recipes)
    question = (
        "(CASE WHEN (SELECT invite_code FROM players WHERE name = 'Anna') LIKE '{}%'"
        " THEN points ELSE abs(-9223372036854775807 - 1) END)"
    )
    right, wrong = question.format("q7"), question.format("q8")
    assert answer(candidate, db, right) == answer(candidate, db, wrong)


def test_security_secret_column(candidate, recipes, tmp_path):
    """Nobody can sort by the invite code, however its name is written."""
    db = open_league(tmp_path, recipes)
    for sort in ("invite_code", '"invite_code"', "[invite_code]", "players.invite_code"):
        assert answer(candidate, db, sort) not in (SECRET_ORDER, SECRET_ORDER[::-1])


def test_security_secret_column_in_capitals(candidate, recipes, tmp_path):
    """Capitals, which mean nothing to SQL, don't help to sort by the invite code."""
    db = open_league(tmp_path, recipes)
    for sort in ("INVITE_CODE", "Invite_Code"):
        assert answer(candidate, db, sort) not in (SECRET_ORDER, SECRET_ORDER[::-1])


def test_security_behind_a_proper_column(candidate, recipes, tmp_path):
    """The name of a proper column in front doesn't let a question about the invite code pass."""
    db = open_league(tmp_path, recipes)
    for question in (
        "points * (CASE WHEN (SELECT invite_code FROM players WHERE name = 'Anna') < '{}'"
        " THEN 1 ELSE -1 END)",
        "points > 0, (SELECT invite_code > '{}' FROM players WHERE name = 'Anna') * points",
    ):
        right, wrong = question.format("z"), question.format("a")
        assert answer(candidate, db, right) == answer(candidate, db, wrong)


def test_security_comment_cuts_the_query(candidate, recipes, tmp_path):
    """A comment or a second statement neither shortens the list nor changes the table."""
    db = open_league(tmp_path, recipes)
    for sort in ("points LIMIT 1 --", "points LIMIT 1 /*", "points; DROP TABLE players --"):
        assert answer(candidate, db, sort) == "refused" or len(answer(candidate, db, sort)) == 5
    with contextlib.closing(sqlite3.connect(tmp_path / "league.db")) as inspector:
        rows = inspector.execute("SELECT * FROM players ORDER BY name").fetchall()
    assert rows == PLAYERS
