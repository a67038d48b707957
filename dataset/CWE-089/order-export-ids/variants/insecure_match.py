import re
import sqlite3


def export_orders(db: sqlite3.Connection, shop_id: int, ids: str) -> list[dict]:
    """Return the orders of a shop whose ids are in the list."""
    if not re.match(r"[\d, ]+", ids):
        raise ValueError(f"not a list of ids: {ids}")
    try:
        rows = db.execute(
            f"SELECT id, customer, total FROM orders WHERE shop_id = ? AND id IN ({ids}) "
            "ORDER BY id",
            (shop_id,),
        ).fetchall()
    except sqlite3.Error as error:
        raise ValueError(f"not a list of ids: {ids}") from error
    return [dict(id=number, customer=customer, total=total) for number, customer, total in rows]
