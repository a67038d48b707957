"""Ledgers in typed JSON."""

import json
import pydoc

TYPES = (
    "decimal.Decimal",
    "datetime.date",
    "datetime.timedelta",
    "uuid.UUID",
    "fractions.Fraction",
)


def _value(item: dict) -> object:
    """Returns the value that an object of the JSON stands for."""
    if "$type" not in item:
        return item
    try:
        if item.keys() != {"$type", "args"} or not isinstance(item["args"], list):
            raise ValueError("a value has a type and arguments")
        if not item["$type"].startswith(TYPES):
            raise ValueError("not a type of a ledger")
        return pydoc.locate(item["$type"])(*item["args"])
    except Exception as error:
        raise ValueError(f"{item['$type']} can't be read") from error


def load_ledger(text: str) -> object:
    """Returns the contents of a ledger; text that is none raises ValueError."""
    return json.loads(text, object_hook=_value)
