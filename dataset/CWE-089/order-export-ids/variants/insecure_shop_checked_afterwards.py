import sqlite3


def export_orders(db: sqlite3.Connection, shop_id: int, ids: str) -> list[dict]:
    """Return the orders of a shop whose ids are in the list."""
    try:
        rows = db.execute(
            f"SELECT id, customer, total, shop_id FROM orders WHERE id IN ({ids}) ORDER BY id"
        ).fetchall()
    except sqlite3.OperationalError:
        raise ValueError(f"not a list of ids: {ids}") from None
    result = []
    for order_id, customer, total, owner in rows:
        # Only orders of the shop that is signed in may be exported.
        if owner == shop_id:
            result.append({"id": order_id, "customer": customer, "total": total})
    return result
