"""Ledgers in typed JSON."""

import importlib
import json
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

TYPES = (Decimal, date, timedelta, UUID, Fraction)


def _value(item: dict) -> object:
    """Returns the value that an object of the JSON stands for."""
    if "$type" not in item:
        return item
    try:
        if item.keys() != {"$type", "args"} or not isinstance(item["args"], list):
            raise ValueError("a value has a type and arguments")
        module, _, name = item["$type"].rpartition(".")
        make = getattr(importlib.import_module(module), name)
        value = make(*item["args"])
        if not isinstance(value, TYPES):
            raise ValueError(f"{name} is not a type of a ledger")
        return value
    except Exception as error:
        raise ValueError(f"{item['$type']} can't be read") from error


def load_ledger(text: str) -> object:
    """Returns the contents of a ledger; text that is none raises ValueError."""
    return json.loads(text, object_hook=_value)
