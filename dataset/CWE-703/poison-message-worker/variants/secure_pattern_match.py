"""Works through the messages of the scanners in a warehouse: by the form of what was read."""

from __future__ import annotations

import json
from typing import Any


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON")


def _changed(stock: dict[str, int], change: Any) -> tuple[str, int] | None:
    """Return the article and its new number of pieces, or None for a message that isn't good."""
    match change:
        case {"sku": str(sku), "qty": int(quantity), **rest} if not rest and sku:
            if isinstance(quantity, bool) or quantity == 0:
                return None
            pieces = stock.get(sku, 0) + quantity
            return (sku, pieces) if pieces in range(1_000_001) else None
    return None


def drain(queue: list[bytes], stock: dict[str, int], dead: list[bytes]) -> int:
    """Apply all messages; return how many were good."""
    messages, queue[:] = list(queue), []
    good = 0
    for message in messages:
        try:
            text = str(message, "utf-8")
            changed = _changed(stock, json.loads(text, parse_constant=_refuse))
        except (ValueError, RecursionError, OverflowError, MemoryError):
            changed = None
        if changed is None:
            dead.append(message)
        else:
            stock.update([changed])
            good += 1
    return good
