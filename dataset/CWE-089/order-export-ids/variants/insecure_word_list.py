import sqlite3

FORBIDDEN = (";", "--", "/*", "'", '"', "UNION", " OR ", "DROP", "DELETE", "UPDATE", "INSERT")


def export_orders(db: sqlite3.Connection, shop_id: int, ids: str) -> list[dict]:
    """Return the orders of a shop whose ids are in the list."""
    if any(word in ids.upper() for word in FORBIDDEN):
        raise ValueError("not a list of ids")
    query = f"SELECT id, customer, total FROM orders WHERE shop_id = {shop_id} AND id IN ({ids})"
    try:
        rows = db.execute(query + " ORDER BY id").fetchall()
    except sqlite3.OperationalError:
        raise ValueError("not a list of ids") from None
    return [{"id": row[0], "customer": row[1], "total": row[2]} for row in rows]
