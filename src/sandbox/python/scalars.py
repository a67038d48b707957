"""The wire forms of values that hold no others: numbers, moments, paths."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from pathlib import Path, PosixPath, PurePosixPath
from typing import Any

from protocol import ProtocolError, expect


def encode_scalar(kind: type, value: Any) -> list[Any] | None:
    """Return the tagged form of a value of exactly this class, or None for another class."""
    if kind is complex:
        return ["c", value.real, value.imag]
    if kind is datetime:
        if value.tzinfo is None or type(value.tzinfo) is timezone:
            return ["D", value.isoformat(), value.fold]
        return None
    if kind is date:
        return ["E", value.isoformat()]
    if kind is time:
        if value.tzinfo is None or type(value.tzinfo) is timezone:
            return ["H", value.isoformat(), value.fold]
        return None
    if kind is timedelta:
        return ["I", value.days, value.seconds, value.microseconds]
    if kind is Decimal:
        return ["n", str(value)]
    if kind is PosixPath or kind is PurePosixPath:
        return ["p", str(value)]
    return None


def decode_scalar(tag: str, form: list[Any]) -> Any:
    """Return the value of a tagged form. Raises ProtocolError or ValueError for a malformed one."""
    if tag == "i":
        return int(expect(str, form[1]), 16)
    if tag == "c":
        return complex(expect(float, form[1]), expect(float, form[2]))
    if tag == "D":
        moment = datetime.fromisoformat(expect(str, form[1]))
        return moment.replace(fold=expect(int, form[2]))
    if tag == "E":
        return date.fromisoformat(expect(str, form[1]))
    if tag == "H":
        return time.fromisoformat(expect(str, form[1])).replace(fold=expect(int, form[2]))
    if tag == "I":
        return timedelta(*[expect(int, part) for part in form[1:4]])
    if tag == "n":
        return Decimal(expect(str, form[1]))
    if tag == "p":
        return Path(expect(str, form[1]))
    raise ProtocolError("unknown tag")
