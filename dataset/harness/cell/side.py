"""Whose code is running: natively, judge and candidate share one interpreter.

In the browser the cell has an interpreter of its own and the flag is always true. In the native
loopback the flag follows the calls across the bridge, so that doubles act on the candidate only.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator


class Side:
    """`candidate` is true while the candidate runs."""

    candidate = True


SIDE = Side()


@contextlib.contextmanager
def harness_code() -> Iterator[None]:
    """Let doubles behave as the genuine functions while the harness itself acts in the cell."""
    before, SIDE.candidate = SIDE.candidate, False
    try:
        yield
    finally:
        SIDE.candidate = before
