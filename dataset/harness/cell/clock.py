"""Doubles for time and for asking datetime for the present moment.

The functions are replaced once and are genuine unless the test has a clock. The classes of
`datetime` can't be patched: while a test has a clock, the module's names stand for subclasses
whose calls give genuine instances, so that values, isinstance and pickling stay as they were.
"""

from __future__ import annotations

import asyncio
import copyreg
import datetime as datetime_module
import sys
import time
import warnings
from collections.abc import Callable
from datetime import UTC
from datetime import date as genuine_date
from datetime import datetime as genuine_datetime
from typing import Any

from harness.cell.callers import called_by_candidate
from harness.cell.side import SIDE

_DEFAULT = object()


class _State:
    callbacks: dict[str, Callable[..., Any]] | None = None


def _controlled() -> bool:
    return _State.callbacks is not None and SIDE.candidate


def _read(name: str, depth: int = 3) -> tuple[float, float]:
    assert _State.callbacks is not None
    return _State.callbacks["read"](name if called_by_candidate(depth) else "")


def _double(name: str, genuine: Callable[[], Any], value: Callable[[float, float], Any]) -> Any:
    def read_clock() -> Any:
        if not _controlled():
            return genuine()
        return value(*_read(f"time.{name}"))

    return read_clock


def _broken_down(name: str, genuine: Callable[..., Any]) -> Any:
    """Double for localtime and gmtime, which are the same in UTC."""

    def convert(seconds: float | None = None) -> Any:
        if seconds is not None or not _controlled():
            return genuine(seconds)
        return genuine(_read(f"time.{name}")[0])

    return convert


def _formatted(name: str, genuine: Callable[..., Any], gmtime: Callable[..., Any]) -> Any:
    """Double for strftime, asctime and ctime, whose last argument is the present by default."""

    def convert(*arguments: Any) -> Any:
        complete = 2 if name == "strftime" else 1
        if not _controlled() or len(arguments) == complete and arguments[-1] is not None:
            return genuine(*arguments)
        now = _read(f"time.{name}")[0]
        present = now if name == "ctime" else gmtime(now)
        return genuine(*arguments[: complete - 1], present)

    return convert


def _install_time() -> None:
    readings: dict[str, Callable[[float, float], Any]] = {
        "time": lambda wall, _: wall,
        "time_ns": lambda wall, _: round(wall * 1_000_000) * 1000,
        "monotonic": lambda _, steady: steady,
        "monotonic_ns": lambda _, steady: round(steady * 1_000_000) * 1000,
        "perf_counter": lambda _, steady: steady,
        "perf_counter_ns": lambda _, steady: round(steady * 1_000_000) * 1000,
    }
    for name, value in readings.items():
        setattr(time, name, _double(name, getattr(time, name), value))
    gmtime = time.gmtime
    for name in ("localtime", "gmtime"):
        setattr(time, name, _broken_down(name, getattr(time, name)))
    for name in ("strftime", "asctime", "ctime"):
        setattr(time, name, _formatted(name, getattr(time, name), gmtime))
    _install_sleep(time.sleep, asyncio.sleep)


def _install_sleep(genuine: Callable[[float], None], genuine_async: Callable[..., Any]) -> None:
    def sleep(seconds: float) -> None:
        if not _controlled():
            genuine(seconds)
            return
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        name = "time.sleep" if called_by_candidate() else ""
        _State.callbacks["sleep"](name, float(seconds))  # type: ignore[index]

    async def sleep_async(delay: float, result: Any = None) -> Any:
        if not _controlled():
            return await genuine_async(delay, result)
        name = "asyncio.sleep" if called_by_candidate() else ""
        _State.callbacks["sleep"](name, float(delay))  # type: ignore[index]
        return await genuine_async(0, result)

    time.sleep = sleep
    asyncio.sleep = asyncio.tasks.sleep = sleep_async  # type: ignore[assignment]


def _present(name: str) -> genuine_datetime:
    """Return the present in UTC, without a zone."""
    if not _controlled():
        return genuine_datetime.now(UTC).replace(tzinfo=None)
    seconds = _read(name, 4)[0]
    return genuine_datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None)


class _Clocked(type):
    """The double classes give genuine instances and accept them as their own."""

    genuine: type

    def __call__(cls, *arguments: Any, **named: Any) -> Any:
        if "genuine" in vars(cls):
            return cls.genuine(*arguments, **named)
        return super().__call__(*arguments, **named)

    def __instancecheck__(cls, instance: Any) -> bool:
        if "genuine" in vars(cls):
            return isinstance(instance, cls.genuine)
        return super().__instancecheck__(instance)

    def __subclasscheck__(cls, subclass: type) -> bool:
        if "genuine" in vars(cls):
            return issubclass(subclass, cls.genuine)
        return super().__subclasscheck__(subclass)


class ClockedDate(genuine_date, metaclass=_Clocked):
    """In the place of datetime.date while a test has a clock."""

    genuine = genuine_date

    @classmethod
    def today(cls) -> Any:
        """Return the clock's date."""
        now = _present("date.today")
        return cls(now.year, now.month, now.day)


class ClockedDatetime(genuine_datetime, metaclass=_Clocked):
    """In the place of datetime.datetime while a test has a clock."""

    genuine = genuine_datetime

    @classmethod
    def now(cls, tz: Any = None) -> Any:
        """Return the clock's time in a zone, or in UTC without one."""
        now = _present("datetime.now")
        return _as(cls, now if tz is None else tz.fromutc(now.replace(tzinfo=tz)))

    @classmethod
    def today(cls) -> Any:
        """Return the clock's time."""
        return _as(cls, _present("datetime.today"))

    @classmethod
    def utcnow(cls) -> Any:
        """Return the clock's time; deprecated since Python 3.12."""
        if sys.version_info >= (3, 12):
            text = "datetime.datetime.utcnow() is deprecated"
            warnings.warn(text, DeprecationWarning, stacklevel=2)
        return _as(cls, _present("datetime.utcnow"))

    @classmethod
    def utcfromtimestamp(cls, seconds: float) -> Any:
        """Convert a timestamp; deprecated since Python 3.12, therefore recorded."""
        if sys.version_info >= (3, 12):
            text = "datetime.datetime.utcfromtimestamp() is deprecated"
            warnings.warn(text, DeprecationWarning, stacklevel=2)
        if _controlled():
            _read("datetime.utcfromtimestamp")
        moment = genuine_datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None)
        return _as(cls, moment)


def _as(kind: type, moment: genuine_datetime) -> Any:
    """Return a moment as an instance of a class that the candidate derived, if it is one."""
    if "genuine" in vars(kind):
        return moment
    parts = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    return kind(*parts, moment.microsecond, moment.tzinfo, fold=moment.fold)


for _kind, _name in ((ClockedDate, "date"), (ClockedDatetime, "datetime")):
    _kind.__module__, _kind.__name__, _kind.__qualname__ = "datetime", _name, _name


def _reduce(moment: Any) -> tuple[Any, ...]:
    """Pickle by the name that the module's class has at present."""
    _, *rest = moment.__reduce__()
    return (getattr(datetime_module, type(moment).__name__), *rest)


def install() -> None:
    """Put the doubles for functions in place."""
    _install_time()


def begin(option: dict[str, Callable[..., Any]] | None) -> None:
    """Take the test's clock, if it has one."""
    _State.callbacks = option
    if option is not None:
        datetime_module.date = ClockedDate  # type: ignore[misc]
        datetime_module.datetime = ClockedDatetime  # type: ignore[misc]
        for kind in (genuine_date, genuine_datetime):
            copyreg.pickle(kind, _reduce)


def end() -> None:
    """Let time be genuine again."""
    _State.callbacks = None
    datetime_module.date = genuine_date  # type: ignore[misc]
    datetime_module.datetime = genuine_datetime  # type: ignore[misc]
    for kind in (genuine_date, genuine_datetime):
        copyreg.dispatch_table.pop(kind, None)
