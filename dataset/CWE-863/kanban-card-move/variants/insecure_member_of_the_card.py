"""Moving of cards between boards."""

import sqlite3


def _role(db: sqlite3.Connection, user: str, board: int) -> str | None:
    query = "SELECT role FROM members WHERE board_id = ? AND user = ?"
    row = db.execute(query, (board, user)).fetchone()
    return row[0] if row else None


def move_card(
    db: sqlite3.Connection, user: str, card_id: int, source_board: int, target_board: int
) -> None:
    """Moves a card from one board to another."""
    row = db.execute("SELECT board_id FROM cards WHERE id = ?", (card_id,)).fetchone()
    if row is None:
        raise KeyError(card_id)
    for board in (source_board, target_board):
        if db.execute("SELECT id FROM boards WHERE id = ?", (board,)).fetchone() is None:
            raise KeyError(board)
        if _role(db, user, board) != "editor":
            raise PermissionError(f"{user} may not edit board {board}")
    if _role(db, user, row[0]) is None:
        raise PermissionError(f"{user} can't see card {card_id}")
    db.execute("UPDATE cards SET board_id = ? WHERE id = ?", (target_board, card_id))
    db.commit()
