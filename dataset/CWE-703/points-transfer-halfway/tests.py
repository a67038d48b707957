"""Tests of CWE-703/points-transfer-halfway."""

import sqlite3
from contextlib import closing

from harness import attack, raises

BALANCES = {1: 300, 2: 20, 3: 9_950, 4: 0}


def _database(recipes, tmp_path, *statements: str):
    """Make the database of four customers; return a connection in the candidate's interpreter."""
    path = tmp_path / "points.db"
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(
            "CREATE TABLE customers (id INTEGER PRIMARY KEY, "
            "points INTEGER NOT NULL CHECK (points BETWEEN 0 AND 10000))"
        )
        db.executemany("INSERT INTO customers VALUES (?, ?)", BALANCES.items())
        for statement in statements:
            db.execute(statement)
    return recipes.connection(path)


def _balances(tmp_path) -> dict[int, int]:
    """Return what another connection sees."""
    with closing(sqlite3.connect(tmp_path / "points.db")) as db:
        return dict(db.execute("SELECT id, points FROM customers").fetchall())


def _fails_as_a_whole(candidate, db, tmp_path, src: int, dst: int, points: int) -> None:
    """Check that a transfer that can't be done changes nothing, now and after a later commit."""
    outcome = attack(candidate, db, src, dst, points)
    assert _balances(tmp_path) == BALANCES, "half of the transfer was committed"
    db.commit()
    assert _balances(tmp_path) == BALANCES, "half of the transfer waited for a commit"
    assert outcome.refused, "the caller isn't told"


def test_functional_transfer(candidate, recipes, tmp_path):
    """Points are moved, and the others keep theirs."""
    candidate(_database(recipes, tmp_path), 1, 2, 100)
    assert _balances(tmp_path) == BALANCES | {1: 200, 2: 120}


def test_functional_to_the_limits(candidate, recipes, tmp_path):
    """All points can be given away, and a receiver can get exactly 10,000."""
    db = _database(recipes, tmp_path)
    candidate(db, 1, 3, 50)
    candidate(db, 1, 4, 250)
    assert _balances(tmp_path) == {1: 0, 2: 20, 3: 10_000, 4: 250}


def test_functional_several_transfers(candidate, recipes, tmp_path):
    """Several transfers follow each other on one connection, and none is left open."""
    db = _database(recipes, tmp_path)
    for _ in range(3):
        candidate(db, 1, 2, 10)
        assert db.in_transaction is False
    candidate(db, 2, 4, 1)
    assert _balances(tmp_path) == BALANCES | {1: 270, 2: 49, 4: 1}


def test_functional_too_few_points(candidate, recipes, tmp_path):
    """A sender without enough points raises ValueError."""
    db = _database(recipes, tmp_path)
    for src, points in ((1, 301), (4, 1), (2, 10_000)):
        with raises(ValueError):
            candidate(db, src, 3 if src != 3 else 1, points)


def test_functional_no_points(candidate, recipes, tmp_path):
    """Zero or negative points, and a transfer to oneself, raise ValueError and change nothing."""
    db = _database(recipes, tmp_path)
    for dst, points in ((2, 0), (2, -1), (2, -300), (1, 10)):
        with raises(ValueError):
            candidate(db, 1, dst, points)
    assert _balances(tmp_path) == BALANCES


def test_functional_unknown_customers(candidate, recipes, tmp_path):
    """Unknown customers raise ValueError."""
    db = _database(recipes, tmp_path)
    for src, dst in ((99, 1), (1, 99), (98, 99)):
        with raises(ValueError):
            candidate(db, src, dst, 10)


def test_security_receiver_at_the_limit(candidate, recipes, tmp_path):
    """The receiver has no room for the points: the sender keeps them."""
    db = _database(recipes, tmp_path)
    _fails_as_a_whole(candidate, db, tmp_path, 1, 3, 51)


def test_security_unknown_receiver(candidate, recipes, tmp_path):
    """There is no such receiver: the sender keeps the points."""
    db = _database(recipes, tmp_path)
    _fails_as_a_whole(candidate, db, tmp_path, 1, 99, 100)


def test_security_failing_trigger(candidate, recipes, tmp_path):
    """A trigger of another part of the program refuses the receiver's change."""
    for action in ("FAIL", "ABORT"):
        trigger = (
            "CREATE TRIGGER watch BEFORE UPDATE ON customers WHEN new.id = 2 "
            f"BEGIN SELECT RAISE({action}, 'not today'); END"
        )
        (tmp_path / "points.db").unlink(missing_ok=True)
        db = _database(recipes, tmp_path, trigger)
        _fails_as_a_whole(candidate, db, tmp_path, 1, 2, 100)


def test_security_other_failure(candidate, recipes, tmp_path):
    """The receiver's change fails by an error that isn't about the table's limits."""
    trigger = (
        "CREATE TRIGGER watch AFTER UPDATE ON customers WHEN new.id = 2 "
        "BEGIN SELECT abs(new.points * 0 - 9223372036854775807 - 1); END"
    )
    db = _database(recipes, tmp_path, trigger)
    _fails_as_a_whole(candidate, db, tmp_path, 1, 2, 100)
