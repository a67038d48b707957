"""Moving of cards between boards: one UPDATE that carries all conditions."""

import sqlite3

MOVE = """
    UPDATE cards SET board_id = :target
    WHERE id = :card AND board_id = :source
    AND EXISTS (SELECT 1 FROM members
                WHERE board_id = cards.board_id AND user = :user AND role = 'editor')
    AND EXISTS (SELECT 1 FROM members
                WHERE board_id = :target AND user = :user AND role = 'editor')
"""
EXIST = """
    SELECT EXISTS (SELECT 1 FROM cards WHERE id = :card)
       AND EXISTS (SELECT 1 FROM boards WHERE id = :source)
       AND EXISTS (SELECT 1 FROM boards WHERE id = :target)
"""


def move_card(
    db: sqlite3.Connection, user: str, card_id: int, source_board: int, target_board: int
) -> None:
    """Moves a card from one board to another."""
    values = {"user": user, "card": card_id, "source": source_board, "target": target_board}
    with db:
        if db.execute(MOVE, values).rowcount == 1:
            return
        (exist,) = db.execute(EXIST, values).fetchone()
        if not exist:
            raise KeyError(f"card {card_id}, board {source_board} or board {target_board}")
        raise PermissionError(f"{user} may not move card {card_id}")
