"""The helpers that tests import from `harness`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

from handles import Remote, Share
from harness.context import CURRENT
from protocol import CellDied, HarnessError, ProtocolError

_Test = TypeVar("_Test", bound=Callable[..., None])


class raises:  # noqa: N801 - reads as a statement: `with raises(ValueError):`
    """Context manager: the block must raise one of the types.

    `match` is a regular expression searched for in the text. Afterwards `.value` is the exception.
    """

    def __init__(self, *types: type[BaseException], match: str | None = None) -> None:
        self.types = types
        self.match = match
        self.value: BaseException | None = None

    def __enter__(self) -> raises:
        return self

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> bool:
        names = " or ".join(getattr(item, "__name__", str(item)) for item in self.types)
        if error is None:
            raise AssertionError(f"expected {names}, but nothing was raised")
        if isinstance(error, (CellDied, ProtocolError, HarnessError)):
            return False
        if not isinstance(error, self.types):
            return False
        if self.match is not None and re.search(self.match, str(error)) is None:
            raise AssertionError(
                f"the text of {type(error).__name__} doesn't match {self.match!r}: {error}"
            )
        self.value = error
        return True


class Outcome:
    """What became of a call that may be refused."""

    def __init__(self, value: Any, error: Exception | None) -> None:
        self.value = value
        self.error = error

    @property
    def refused(self) -> bool:
        """Whether the call raised an exception."""
        return self.error is not None

    def __repr__(self) -> str:
        if self.error is not None:
            return f"refused with {type(self.error).__name__}: {self.error}"
        return f"returned {self.value!r}"


def attack(call: Callable[..., Any], *arguments: Any, **named: Any) -> Outcome:
    """Call the candidate in a way where refusing is safe.

    Ending the interpreter, running out of memory and breaking the protocol are no refusals: they
    are raised, and fail the test.
    """
    try:
        return Outcome(call(*arguments, **named), None)
    except MemoryError:
        raise
    except Exception as error:
        return Outcome(None, error)


def plain(value: Any) -> Any:
    """Return the content of a handle: namedtuple as tuple, OrderedDict as dict, and so on.

    Containers are searched for handles; what has no plain content stays a handle.
    """
    if type(value) is Remote:
        return value._ask("plain")
    if type(value) in (list, tuple, set, frozenset):
        return type(value)(plain(item) for item in value)
    if type(value) is dict:
        return {plain(key): plain(item) for key, item in value.items()}
    return value


def share(target: Any) -> Share:
    """Let the candidate call the public methods of an object that stays on the tests' side."""
    return Share(target)


def limit(seconds: float) -> Callable[[_Test], _Test]:
    """Give a test its own time limit. The number must be a literal: the page reads it too."""

    def mark(test: _Test) -> _Test:
        test.limit_seconds = seconds  # type: ignore[attr-defined]
        return test

    return mark


def nonce(prefix: str = "") -> str:
    """Return an ASCII text that the candidate can't guess; the attempt's seed repeats it."""
    return prefix + CURRENT.next_nonce()
