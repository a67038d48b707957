import json
import sqlite3

QUERY = """
    SELECT json_object('id', id, 'customer', customer, 'total', total)
    FROM orders
    WHERE shop_id = :shop AND id IN (SELECT value FROM json_each(:wanted))
    ORDER BY id
"""


class OrderExport:
    """Exports orders of one shop."""

    def __init__(self, db: sqlite3.Connection, shop_id: int) -> None:
        self.db = db
        self.shop_id = shop_id

    def rows(self, wanted: list[int]) -> list[dict]:
        # All ids are one parameter, as a JSON text.
        parameters = {"shop": self.shop_id, "wanted": json.dumps(wanted)}
        return [json.loads(row) for (row,) in self.db.execute(QUERY, parameters)]


def export_orders(db: sqlite3.Connection, shop_id: int, ids: str) -> list[dict]:
    """Return the orders of a shop whose ids are in the list."""
    parts = [part.strip(" ") for part in ids.split(",")]
    if not all(part.isascii() and part.isdigit() and len(part) <= 15 for part in parts):
        raise ValueError(f"no list of ids: {ids!r}")
    return OrderExport(db, shop_id).rows([int(part) for part in parts])
