"""Moving of cards between boards: where a card comes from is only read in the database."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.rollback()
        raise
    db.commit()


def _editors(db: sqlite3.Connection, board: int) -> set[str]:
    rows = db.execute("SELECT user, role FROM members WHERE board_id = ?", [board]).fetchall()
    return {user for user, role in rows if role == "editor"}


def move_card(
    db: sqlite3.Connection, user: str, card_id: int, source_board: int, target_board: int
) -> None:
    """Moves a card to another board, from wherever it is."""
    with _transaction(db):
        boards = {number for (number,) in db.execute("SELECT id FROM boards").fetchall()}
        cards = dict(db.execute("SELECT id, board_id FROM cards").fetchall())
        for board in (source_board, target_board):
            if board not in boards:
                raise KeyError(f"board {board}")
        board_of_the_card = cards[card_id]
        if user not in _editors(db, board_of_the_card) & _editors(db, target_board):
            raise PermissionError(f"{user} isn't an editor of both boards")
        if source_board != target_board:
            db.execute("UPDATE cards SET board_id = ? WHERE id = ?", [target_board, card_id])
