"""Works through the messages of the scanners in a warehouse: one exception for all faults."""

import json
from collections.abc import Iterator


class Unusable(Exception):
    """A message that is put aside."""


class _Change:
    """What a message asks for."""

    def __init__(self, message: bytes) -> None:
        try:
            fields = json.loads(message.decode())
            if not isinstance(fields, dict):
                raise Unusable("no object")
            self.sku = fields.pop("sku")
            self.quantity = fields.pop("qty")
        except Unusable:
            raise
        except Exception as error:
            raise Unusable("not readable") from error
        if fields or not isinstance(self.sku, str) or self.sku == "":
            raise Unusable("sku")
        if not isinstance(self.quantity, int) or self.quantity in (True, False):
            if type(self.quantity) is not int or self.quantity == 0:
                raise Unusable("qty")

    def apply(self, stock: dict[str, int]) -> None:
        pieces = stock.get(self.sku, 0) + self.quantity
        if pieces < 0 or pieces > 1_000_000:
            raise Unusable("pieces")
        stock[self.sku] = pieces


def _taken(queue: list[bytes]) -> Iterator[bytes]:
    while queue:
        yield queue.pop(0)


def drain(queue: list[bytes], stock: dict[str, int], dead: list[bytes]) -> int:
    """Apply all messages; return how many were good."""
    done = 0
    for message in _taken(queue):
        try:
            _Change(message).apply(stock)
        except Unusable:
            dead.append(message)
        else:
            done += 1
    return done
