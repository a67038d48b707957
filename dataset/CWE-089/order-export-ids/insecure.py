import sqlite3


def export_orders(db: sqlite3.Connection, shop_id: int, ids: str) -> list[dict]:
    """Return the orders of a shop whose ids are in the list."""
    ids = ids.replace("'", "''")
    query = (
        f"SELECT id, customer, total FROM orders WHERE shop_id = ? AND id IN ({ids}) ORDER BY id"
    )
    try:
        rows = db.execute(query, (shop_id,)).fetchall()
    except sqlite3.OperationalError:
        raise ValueError(f"not a list of ids: {ids}") from None
    return [{"id": row[0], "customer": row[1], "total": row[2]} for row in rows]
