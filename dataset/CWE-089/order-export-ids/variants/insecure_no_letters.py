import re
import sqlite3


def export_orders(db: sqlite3.Connection, shop_id: int, ids: str) -> list[dict]:
    """Return the orders of a shop whose ids are in the list."""
    # Without letters and quotes there is no SQL.
    if re.search(r"[a-z;'\"]", ids, re.IGNORECASE):
        raise ValueError(f"not a list of ids: {ids}")
    query = (
        f"SELECT id, customer, total FROM orders WHERE id IN ({ids}) AND shop_id = {shop_id}"
        " ORDER BY id"
    )
    try:
        rows = db.execute(query).fetchall()
    except sqlite3.OperationalError:
        raise ValueError(f"not a list of ids: {ids}") from None
    return [{"id": row[0], "customer": row[1], "total": row[2]} for row in rows]
