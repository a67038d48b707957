"""Ledgers in typed JSON."""

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

# The types, with the types and the permitted numbers of their arguments.
TYPES: dict[str, tuple[Callable[..., object], type, range]] = {
    "decimal.Decimal": (Decimal, str, range(1, 2)),
    "datetime.date": (date, int, range(3, 4)),
    "datetime.datetime": (datetime, int, range(3, 8)),
    "datetime.timedelta": (timedelta, int, range(1, 4)),
    "uuid.UUID": (UUID, str, range(1, 2)),
    "fractions.Fraction": (Fraction, int, range(2, 3)),
}


def _value(item: dict) -> object:
    """Returns the value that an object of the JSON stands for."""
    if "$type" not in item:
        return item
    name, arguments = item["$type"], item.get("args")
    if not isinstance(name, str) or name not in TYPES:
        raise ValueError(f"unknown type {name!r}")
    make, kind, count = TYPES[name]
    if len(item) != 2 or not isinstance(arguments, list) or len(arguments) not in count:
        raise ValueError(f"{name} has other arguments")
    if any(type(argument) is not kind for argument in arguments):
        raise ValueError(f"{name} has arguments of another type")
    try:
        return make(*arguments)
    except (ArithmeticError, ValueError) as error:
        raise ValueError(f"{arguments} make no {name}") from error


def load_ledger(text: str) -> object:
    """Returns the contents of a ledger; text that is none raises ValueError.

    Only the types in TYPES can be made, whatever the text names.
    """
    try:
        return json.loads(text, object_hook=_value)
    except RecursionError as error:
        raise ValueError("the ledger is nested too deeply") from error
