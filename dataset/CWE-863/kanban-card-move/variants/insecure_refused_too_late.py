"""Moving of cards between boards."""

import sqlite3

IS_EDITOR = "SELECT 1 FROM members WHERE board_id = ? AND user = ? AND role = 'editor'"


def move_card(
    db: sqlite3.Connection, user: str, card_id: int, source_board: int, target_board: int
) -> None:
    """Moves a card from one board to another."""
    for table, number in (("boards", source_board), ("boards", target_board), ("cards", card_id)):
        if db.execute(f"SELECT 1 FROM {table} WHERE id = ?", (number,)).fetchone() is None:
            raise KeyError(f"{number} is not in {table}")
    (true_board,) = db.execute("SELECT board_id FROM cards WHERE id = ?", (card_id,)).fetchone()
    db.execute("UPDATE cards SET board_id = ? WHERE id = ?", (target_board, card_id))
    for board in (true_board, target_board):
        if db.execute(IS_EDITOR, (board, user)).fetchone() is None:
            raise PermissionError(f"{user} is not an editor of board {board}")
    db.commit()
