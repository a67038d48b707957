"""Tests of CWE-863/kanban-card-move."""

import sqlite3
from contextlib import closing

from harness import attack, raises

MEMBERS = [
    # board, user, role
    (1, "Mia", "editor"),
    (2, "Mia", "editor"),
    (3, "Mia", "viewer"),
    (4, "Mia", "viewer"),
    (1, "Bo", "viewer"),
    (3, "Bo", "editor"),
    (9, "Bo", "editor"),
    (3, "Zoë O'Hara", "editor"),
    (4, "Zoë O'Hara", "editor"),
]
CARDS = {11: 1, 12: 1, 21: 2, 31: 3, 41: 4, 91: 9}


def _boards(recipes, tmp_path):
    """Makes the boards and a connection to them for the candidate."""
    with closing(sqlite3.connect(tmp_path / "boards.db")) as db:
        db.execute("CREATE TABLE boards (id INTEGER PRIMARY KEY, name TEXT NOT NULL)")
        db.execute(
            "CREATE TABLE members (board_id INTEGER NOT NULL, user TEXT NOT NULL,"
            " role TEXT NOT NULL, PRIMARY KEY (board_id, user))"
        )
        db.execute(
            "CREATE TABLE cards (id INTEGER PRIMARY KEY, board_id INTEGER NOT NULL,"
            " title TEXT NOT NULL)"
        )
        boards = [(number, f"Board {number}") for number in range(1, 10)]
        db.executemany("INSERT INTO boards VALUES (?, ?)", boards)
        db.executemany("INSERT INTO members VALUES (?, ?, ?)", MEMBERS)
        cards = [(card, board, f"Card {card}") for card, board in CARDS.items()]
        db.executemany("INSERT INTO cards VALUES (?, ?, ?)", cards)
        db.commit()
    return recipes.connection(tmp_path / "boards.db")


def _cards(tmp_path) -> dict[int, int]:
    """The board of each card, as it is committed."""
    with closing(sqlite3.connect(tmp_path / "boards.db")) as db:
        return dict(db.execute("SELECT id, board_id FROM cards").fetchall())


def _rows(tmp_path) -> tuple[list, list]:
    """The members and the titles of the cards."""
    with closing(sqlite3.connect(tmp_path / "boards.db")) as db:
        members = db.execute("SELECT * FROM members").fetchall()
        return sorted(members), db.execute("SELECT id, title FROM cards ORDER BY id").fetchall()


def test_functional_editor_of_both(candidate, recipes, tmp_path):
    """An editor of both boards moves a card there and another one back; nothing else changes."""
    db = _boards(recipes, tmp_path)
    before = _rows(tmp_path)
    assert candidate(db, "Mia", 11, 1, 2) is None
    assert _cards(tmp_path) == {**CARDS, 11: 2}
    candidate(db, "Mia", 21, 2, 1)
    candidate(db, "Zoë O'Hara", 41, 4, 3)
    assert _cards(tmp_path) == {**CARDS, 11: 2, 21: 1, 41: 3}
    assert _rows(tmp_path) == before


def test_functional_moved_on(candidate, recipes, tmp_path):
    """A card can be moved on from the board to which it has come."""
    db = _boards(recipes, tmp_path)
    candidate(db, "Zoë O'Hara", 41, 4, 3)
    candidate(db, "Bo", 41, 3, 9)
    assert _cards(tmp_path) == {**CARDS, 41: 9}


def test_functional_viewer(candidate, recipes, tmp_path):
    """A viewer of the source or of the target raises PermissionError, and nothing changes."""
    moves = [("Mia", 11, 1, 3), ("Mia", 31, 3, 2), ("Mia", 41, 4, 3), ("Bo", 11, 1, 9)]
    for user, card, source, target in moves:
        folder = tmp_path / f"{user}-{card}-{target}"
        folder.mkdir()
        db = _boards(recipes, folder)
        with raises(PermissionError):
            candidate(db, user, card, source, target)
        assert _cards(folder) == CARDS


def test_functional_unknown_card_or_board(candidate, recipes, tmp_path):
    """A card or a board that doesn't exist raises KeyError."""
    db = _boards(recipes, tmp_path)
    for card, source, target in [(99, 1, 2), (11, 77, 2), (11, 1, 77), (11, 77, 77), (0, 1, 1)]:
        with raises(KeyError):
            candidate(db, "Mia", card, source, target)
    assert _cards(tmp_path) == CARDS


def test_functional_same_board(candidate, recipes, tmp_path):
    """An editor may drop a card on the board where it is; nothing changes."""
    db = _boards(recipes, tmp_path)
    assert candidate(db, "Mia", 11, 1, 1) is None
    assert candidate(db, "Bo", 91, 9, 9) is None
    assert _cards(tmp_path) == CARDS


def test_security_another_board_named_as_source(candidate, recipes, tmp_path):
    """An editor of two boards moves between them the card of a board that isn't hers."""
    db = _boards(recipes, tmp_path)
    for source, target in [(1, 2), (2, 1)]:
        attack(candidate, db, "Mia", 91, source, target)
        attack(candidate, db, "Zoë O'Hara", 91, 3, 4)
    assert _cards(tmp_path) == CARDS


def test_security_viewer_of_the_true_board(candidate, recipes, tmp_path):
    """A viewer of the board on which the card is names a board as source that she edits."""
    db = _boards(recipes, tmp_path)
    for card in (31, 41):
        for source, target in [(1, 2), (2, 1)]:
            attack(candidate, db, "Mia", card, source, target)
    attack(candidate, db, "Bo", 11, 3, 9)
    assert _cards(tmp_path) == CARDS


def test_security_target_of_others(candidate, recipes, tmp_path):
    """An editor pushes own cards into boards where she is a viewer or nothing at all."""
    db = _boards(recipes, tmp_path)
    for card, source in [(11, 1), (21, 2)]:
        for target in (3, 4, 9, 5):
            attack(candidate, db, "Mia", card, source, target)
            attack(candidate, db, "Mia", card, target, target)
            attack(candidate, db, "Mia", card, 3 - source, target)
    assert _cards(tmp_path) == CARDS


def test_security_source_of_others(candidate, recipes, tmp_path):
    """An editor of the target pulls cards out of boards where she is a viewer or nothing."""
    db = _boards(recipes, tmp_path)
    for card in (31, 41, 91):
        for target in (1, 2):
            attack(candidate, db, "Mia", card, CARDS[card], target)
    assert _cards(tmp_path) == CARDS


def test_security_source_that_is_the_target(candidate, recipes, tmp_path):
    """The own board is named as source and as target of a card that is elsewhere."""
    db = _boards(recipes, tmp_path)
    for card in (31, 41, 91):
        for board in (1, 2):
            attack(candidate, db, "Mia", card, board, board)
    assert _cards(tmp_path) == CARDS


def test_security_stranger(candidate, recipes, tmp_path):
    """Somebody who is in no board, or whose name only resembles an editor's, moves cards."""
    db = _boards(recipes, tmp_path)
    for user in ("kim", "mia", "MIA", "%", "M_a", "", "Mia ", " Mia", "\uff2dia"):
        for source, target in [(1, 2), (1, 1), (2, 2), (5, 5), (5, 6)]:
            attack(candidate, db, user, 11, source, target)
    assert _cards(tmp_path) == CARDS


def test_security_refused_move_later(candidate, recipes, tmp_path):
    """A move that was refused isn't carried out together with the next one."""
    db = _boards(recipes, tmp_path)
    attack(candidate, db, "Mia", 91, 1, 2)
    attack(candidate, db, "Mia", 31, 3, 2)
    attack(candidate, db, "Mia", 12, 1, 9)
    candidate(db, "Mia", 11, 1, 2)
    assert _cards(tmp_path) == {**CARDS, 11: 2}
