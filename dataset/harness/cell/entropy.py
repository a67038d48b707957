"""Doubles that tell where random numbers come from; the numbers themselves stay genuine."""

from __future__ import annotations

import _random
import os
import random
import ssl
from collections.abc import Callable
from typing import Any

from harness.cell.callers import acts_for_candidate
from harness.cell.side import SIDE

_LIBRARY = frozenset({"random", "secrets", "uuid", "os", "ssl"})
"""Modules that draw on their caller's behalf; others, such as tempfile, draw for themselves."""

_generator = random._inst  # type: ignore[attr-defined]


class _State:
    callback: Callable[[str, bytes | None], None] | None = None


def drew(source: str, data: bytes | None = None) -> None:
    """Tell the judge of a draw if the candidate made it."""
    if _State.callback is not None and SIDE.candidate and acts_for_candidate(_LIBRARY):
        _State.callback(source, data)


def _random_double(self: random.Random) -> float:
    drew("random")
    return _random.Random.random(self)


def _bits_double(self: random.Random, k: int, /) -> int:
    drew("random")
    return _random.Random.getrandbits(self, k)


def _bytes_double(genuine: Callable[..., bytes]) -> Callable[..., bytes]:
    def draw(*arguments: Any) -> bytes:
        data = genuine(*arguments)
        drew("os.urandom", data)
        return data

    return draw


def install() -> None:
    """Put the doubles for the system's source in place."""
    os.urandom = _bytes_double(os.urandom)
    random._urandom = os.urandom  # type: ignore[attr-defined]
    if hasattr(os, "getrandom"):
        os.getrandom = _bytes_double(os.getrandom)
    ssl.RAND_bytes = _bytes_double(ssl.RAND_bytes)


def begin(option: dict[str, Any] | None) -> None:
    """Watch the predictable generator too, if the test asks for it."""
    _State.callback = None if option is None else option["drew"]
    if option is not None:
        random.Random.random = _random_double  # type: ignore[method-assign]
        random.Random.getrandbits = _bits_double  # type: ignore[method-assign]
        random.random = _generator.random
        random.getrandbits = _generator.getrandbits


def end() -> None:
    """Stop watching."""
    _State.callback = None
    for name in ("random", "getrandbits"):
        if name in vars(random.Random):
            delattr(random.Random, name)
        setattr(random, name, getattr(_generator, name))


def seed(number: int) -> None:
    """Seed the global generator."""
    _generator.seed(number)
