import re
import sqlite3

ID = r"[ ]*[0-9]{1,15}[ ]*"
LIST_OF_IDS = re.compile(rf"{ID}(?:,{ID})*")
KEYS = ("id", "customer", "total")


def export_orders(db: sqlite3.Connection, shop_id: int, ids: str) -> list[dict]:
    """Return the orders of a shop; the list holds digits, blanks and commas only."""
    if LIST_OF_IDS.fullmatch(ids) is None:
        raise ValueError("ids must be numbers with commas between them")
    rows = db.execute(
        f"SELECT {', '.join(KEYS)} FROM orders WHERE id IN ({ids}) AND shop_id = :shop ORDER BY id",
        {"shop": shop_id},
    )
    return [dict(zip(KEYS, row, strict=True)) for row in rows]
