"""Works through the messages of the scanners in a warehouse."""

import json
import logging

LIMIT = 1_000_000


def drain(queue: list[bytes], stock: dict[str, int], dead: list[bytes]) -> int:
    """Apply all messages; return how many were good."""
    good = 0
    try:
        while queue:
            message = queue[0]
            try:
                change = json.loads(message)
                sku, quantity = change["sku"], int(change["qty"])
                pieces = stock.get(sku, 0) + quantity
            except (json.JSONDecodeError, KeyError):
                pieces = -1
            if not 0 <= pieces <= LIMIT or len(change) != 2 or not sku or not quantity:
                dead.append(message)
            else:
                stock[sku] = pieces
                good += 1
            del queue[0]
    except Exception:
        logging.exception("the worker ends")
    return good
