"""What can go wrong on the bridge, and the check that every value from the other side passes."""

from __future__ import annotations

from typing import Any


class ProtocolError(BaseException):
    """The other side sent something that isn't a message of this protocol."""


def expect(kind: type, value: Any) -> Any:
    """Return the value if its type is exactly `kind`, else raise ProtocolError."""
    if type(value) is not kind:
        raise ProtocolError(f"expected {kind.__name__}, got {type(value).__name__}")
    return value


class CellDied(BaseException):
    """The candidate's interpreter is lost: `how` is exit, memory or crash."""

    def __init__(self, how: str, detail: str) -> None:
        super().__init__(f"{how}: {detail}")
        self.how = how
        self.detail = detail


class HarnessError(BaseException):
    """A mistake of the tests or of the harness; never the candidate's fault."""
