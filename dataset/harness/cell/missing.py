"""What this interpreter can't do: told to the judge, so that nobody takes it for a failed test."""

from __future__ import annotations

from collections.abc import Callable


class Reporter:
    """`report(name)` reaches the judge once set-up has connected it."""

    report: Callable[[str], None] = staticmethod(lambda name: None)


def report(name: str) -> None:
    """Tell the judge that the candidate used something that isn't there."""
    Reporter.report(name)
