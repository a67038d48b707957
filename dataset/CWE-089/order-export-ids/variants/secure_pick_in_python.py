import sqlite3

DIGITS = frozenset("0123456789")


def parse_ids(text: str) -> set[int]:
    """Read a list of ids; int raises ValueError for an empty one."""
    parts = [part.strip(" ") for part in text.split(",")]
    if any(len(part) > 15 or not DIGITS.issuperset(part) for part in parts):
        raise ValueError(f"not a list of ids: {text!r}")
    return {int(part) for part in parts}


def export_orders(db: sqlite3.Connection, shop_id: int, ids: str) -> list[dict]:
    """Read the orders of the shop and pick those that were ticked."""
    wanted = parse_ids(ids)
    export = []
    query = "SELECT id, customer, total FROM orders WHERE shop_id = ?"
    for order_id, customer, total in sorted(db.execute(query, (shop_id,))):
        if order_id in wanted:
            export.append({"id": order_id, "customer": customer, "total": total})
    return export
