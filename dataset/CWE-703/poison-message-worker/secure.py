"""Works through the messages of the scanners in a warehouse."""

import json

LIMIT = 1_000_000


def _read(message: bytes) -> tuple[str, int]:
    """Return article and quantity of a message. Raises an exception if it isn't a good one."""
    change = json.loads(message.decode("utf-8"))
    if type(change) is not dict or change.keys() != {"sku", "qty"}:
        raise ValueError("no object with these two keys")
    sku, quantity = change["sku"], change["qty"]
    if type(sku) is not str or type(quantity) is not int or not sku or quantity == 0:
        raise ValueError("a value of another kind")
    return sku, quantity


def drain(queue: list[bytes], stock: dict[str, int], dead: list[bytes]) -> int:
    """Apply all messages; return how many were good."""
    good = 0
    while queue:
        message = queue.pop(0)
        try:
            sku, quantity = _read(message)
            pieces = stock.get(sku, 0) + quantity
            if not 0 <= pieces <= LIMIT:
                raise ValueError("this can't be")
        except Exception:
            dead.append(message)
            continue
        stock[sku] = pieces
        good += 1
    return good
