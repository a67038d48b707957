"""Works through the messages of the scanners: catches the exceptions that come to mind."""

import json


def drain(queue: list[bytes], stock: dict[str, int], dead: list[bytes]) -> int:
    """Apply all messages; return how many were good."""
    good = 0
    while queue:
        message = queue.pop(0)
        try:
            change = json.loads(message.decode("utf-8"))
            sku, quantity = change["sku"], change["qty"]
            if set(change) != {"sku", "qty"} or not isinstance(sku, str) or not sku:
                raise ValueError("no object with these two keys")
            if type(quantity) is not int or quantity == 0:
                raise ValueError("no quantity")
            pieces = stock.get(sku, 0) + quantity
            if not 0 <= pieces <= 1_000_000:
                raise ValueError("this can't be")
        except (ValueError, KeyError, TypeError):
            dead.append(message)
        else:
            stock[sku] = pieces
            good += 1
    return good
