"""Moving of cards between boards."""

import sqlite3

ROLES = """
    SELECT members.role FROM cards, members
    WHERE cards.id = ? AND members.user = ? AND members.board_id IN (cards.board_id, ?)
"""


def move_card(
    db: sqlite3.Connection, user: str, card_id: int, source_board: int, target_board: int
) -> None:
    """Moves a card from one board to another."""
    if db.execute("SELECT 1 FROM cards WHERE id = ?", (card_id,)).fetchone() is None:
        raise KeyError(f"no card {card_id}")
    boards = {board for (board,) in db.execute("SELECT id FROM boards")}
    if not {source_board, target_board} <= boards:
        raise KeyError(f"no board {source_board} or {target_board}")
    roles = {role for (role,) in db.execute(ROLES, (card_id, user, target_board))}
    if "editor" not in roles or "viewer" in roles:
        raise PermissionError("only editors can move cards")
    with db:
        db.execute("UPDATE cards SET board_id = ? WHERE id = ?", (target_board, card_id))
