"""The content of an object in plain types, for tests that care about content, not class."""

from __future__ import annotations

import array
import collections.abc
import dataclasses
import enum
import pathlib
import sqlite3
import types
import uuid
from datetime import date, datetime
from decimal import Decimal
from typing import Any


def flatten(value: Any) -> Any:
    """Return the value with subclasses and look-alikes of plain types made plain.

    namedtuple and sqlite3.Row become tuples, dataclasses and other mappings dicts, enum members
    their values, a UUID its text, any other iterable a list. What has no plain content comes back
    unchanged.
    """
    if isinstance(value, enum.Enum):
        return flatten(value.value)
    if value is None or isinstance(value, bool):
        return value
    for kind in (int, float, complex, str, bytes, bytearray):
        if isinstance(value, kind):
            return value if type(value) is kind else _copy_scalar(kind, value)
    if isinstance(value, memoryview):
        return value.tobytes()
    if isinstance(value, dict):
        return {flatten(key): flatten(item) for key, item in value.items()}
    for kind in (list, tuple, set, frozenset):
        if isinstance(value, kind):
            return kind(flatten(item) for item in kind.__iter__(value))
    if isinstance(value, sqlite3.Row):
        return tuple(value)
    return _flatten_other(value)


def _copy_scalar(kind: type, value: Any) -> Any:
    if kind is str:
        return str.__str__(value)[:]
    if kind is int:
        return int.__int__(value)
    if kind is float:
        return float.__float__(value)
    return kind(value)


def _flatten_other(value: Any) -> Any:
    if isinstance(value, type) or callable(value) and not hasattr(value, "__iter__"):
        return value
    if dataclasses.is_dataclass(value):
        return {item.name: flatten(getattr(value, item.name)) for item in dataclasses.fields(value)}
    if isinstance(value, types.SimpleNamespace):
        return {name: flatten(item) for name, item in vars(value).items()}
    if isinstance(value, datetime):
        return datetime.fromisoformat(value.isoformat())
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    if isinstance(value, Decimal):
        return Decimal(value)
    if isinstance(value, pathlib.PurePath):
        return pathlib.Path(str(value))
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, collections.abc.Mapping):
        return {flatten(key): flatten(value[key]) for key in value}
    if isinstance(value, collections.abc.Set):
        return {flatten(item) for item in value}
    if isinstance(value, (collections.abc.Iterable, array.array)):
        return [flatten(item) for item in value]
    return value
