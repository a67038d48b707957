"""Ledgers in typed JSON: read as plain data first, then each value by a function of its own."""

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from uuid import UUID

READERS: dict[str, Callable[..., object]] = {}


def _reads(name: str) -> Callable[[Callable[..., object]], Callable[..., object]]:
    def register(function: Callable[..., object]) -> Callable[..., object]:
        READERS[name] = function
        return function

    return register


@_reads("decimal.Decimal")
def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ValueError(f"{text} is no decimal number") from error


@_reads("datetime.date")
def _date(year: int, month: int, day: int) -> date:
    return date(year, month, day)


@_reads("datetime.datetime")
def _datetime(year: int, month: int, day: int, *time: int) -> datetime:
    return datetime(year, month, day, *time[:4]) if len(time) < 5 else _refuse("too long a time")


@_reads("datetime.timedelta")
def _timedelta(days: int, seconds: int = 0, microseconds: int = 0) -> timedelta:
    return timedelta(days, seconds, microseconds)


@_reads("uuid.UUID")
def _uuid(text: str) -> UUID:
    return UUID(text)


@_reads("fractions.Fraction")
def _fraction(numerator: int, denominator: int) -> Fraction:
    if denominator == 0:
        raise ValueError("a fraction with the denominator 0")
    return Fraction(numerator, denominator)


def _refuse(reason: str) -> datetime:
    raise ValueError(reason)


def _build(data: object) -> object:
    """Puts the values in the places of the objects that stand for them."""
    if isinstance(data, list):
        return [_build(item) for item in data]
    if not isinstance(data, dict):
        return data
    if "$type" not in data:
        return {key: _build(item) for key, item in data.items()}
    if data.keys() != {"$type", "args"} or not isinstance(data["args"], list):
        raise ValueError("a value has a type and a list of arguments")
    if not all(type(argument) in (str, int) for argument in data["args"]):
        raise ValueError("arguments are strings and integers")
    return READERS[str(data["$type"])](*data["args"])


def load_ledger(text: str) -> object:
    """Returns the contents of a ledger; text that is none raises ValueError."""
    try:
        return _build(json.loads(text))
    except (KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ValueError("the ledger can't be read") from error
