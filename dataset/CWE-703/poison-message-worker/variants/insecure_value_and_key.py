"""Works through the messages of the scanners in a warehouse."""

import json

LIMIT = 1_000_000


def drain(queue: list[bytes], stock: dict[str, int], dead: list[bytes]) -> int:
    """Apply all messages; return how many were good."""
    good = 0
    while queue:
        message = queue.pop(0)
        try:
            change = json.loads(message)
            sku, quantity = change["sku"], change["qty"]
            pieces = stock.get(sku, 0) + quantity
            if len(change) != 2 or not sku or not quantity or not 0 <= pieces <= LIMIT:
                raise ValueError("this can't be")
        except (ValueError, KeyError):
            dead.append(message)
            continue
        stock[sku] = pieces
        good += 1
    return good
