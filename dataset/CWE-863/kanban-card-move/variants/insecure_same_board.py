"""Moving of cards between boards."""

import sqlite3


def _require_editor(db: sqlite3.Connection, user: str, board: int) -> None:
    row = db.execute(
        "SELECT role FROM members WHERE board_id = ? AND user = ?", (board, user)
    ).fetchone()
    if row is None or row[0] != "editor":
        raise PermissionError(f"{user} is not an editor of board {board}")


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
    if source_board != target_board and card[0] != source_board:
        raise PermissionError(f"card {card_id} is not on board {source_board}")
    _require_editor(db, user, source_board)
    _require_editor(db, user, target_board)
    with db:
        db.execute("UPDATE cards SET board_id = ? WHERE id = ?", (target_board, card_id))
