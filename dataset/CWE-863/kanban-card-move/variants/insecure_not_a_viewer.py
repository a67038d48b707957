"""Moving of cards between boards."""

import sqlite3


def _refuse_viewer(db: sqlite3.Connection, user: str, board: int) -> None:
    row = db.execute(
        "SELECT role FROM members WHERE board_id = ? AND user = ?", (board, user)
    ).fetchone()
    if row is not None and row[0] == "viewer":
        raise PermissionError(f"{user} is only a viewer of board {board}")


def move_card(
    db: sqlite3.Connection, user: str, card_id: int, source_board: int, target_board: int
) -> None:
    """Moves a card from one board to another."""
    card = db.execute("SELECT board_id FROM cards WHERE id = ?", (card_id,)).fetchone()
    if card is None:
        raise KeyError(f"no card {card_id}")
    for board in (source_board, target_board):
        if db.execute("SELECT 1 FROM boards WHERE id = ?", (board,)).fetchone() is None:
            raise KeyError(f"no board {board}")
    if card[0] != source_board:
        raise PermissionError(f"card {card_id} is not on board {source_board}")
    _refuse_viewer(db, user, source_board)
    _refuse_viewer(db, user, target_board)
    with db:
        db.execute(
            "UPDATE cards SET board_id = ? WHERE id = ? AND board_id = ?",
            (target_board, card_id, source_board),
        )
