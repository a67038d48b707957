"""Ledgers in typed JSON: each form of a value is a pattern."""

import datetime
import decimal
import fractions
import json
import uuid


def _typed(item: dict[str, object]) -> object:
    match item:
        case {"$type": "decimal.Decimal", "args": [str(text)]}:
            return decimal.Decimal(text)
        case {"$type": "datetime.date", "args": [int(year), int(month), int(day)]}:
            return datetime.date(year, month, day)
        case {"$type": "datetime.datetime", "args": [int(), int(), int(), *_] as numbers}:
            return datetime.datetime(*_integers(numbers, 7))
        case {"$type": "datetime.timedelta", "args": [int(), *_] as numbers}:
            return datetime.timedelta(*_integers(numbers, 3))
        case {"$type": "uuid.UUID", "args": [str(text)]}:
            return uuid.UUID(text)
        case {"$type": "fractions.Fraction", "args": [int(numerator), int(denominator)]}:
            return fractions.Fraction(numerator, denominator)
    raise ValueError(f"no value of a ledger: {item}")


def _integers(numbers: list[object], most: int) -> list[int]:
    if len(numbers) > most or not all(isinstance(number, int) for number in numbers):
        raise ValueError(f"not up to {most} integers: {numbers}")
    return numbers


def _hook(pairs: list[tuple[str, object]]) -> object:
    item = dict(pairs)
    if "$type" not in item:
        return item
    if item.keys() != {"$type", "args"}:
        raise ValueError(f"other keys than $type and args: {list(item)}")
    return _typed(item)


def load_ledger(text: str) -> object:
    """Returns the contents of a ledger; text that is none raises ValueError."""
    try:
        return json.loads(text, object_pairs_hook=_hook)
    except (ArithmeticError, RecursionError) as error:
        raise ValueError("the ledger can't be read") from error
