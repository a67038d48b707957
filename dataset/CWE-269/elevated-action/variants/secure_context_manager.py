"""Actions of the till that need a manager: a context manager for any role."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass
class Session:
    """Who stands at the till, and with which role."""

    user: str
    role: str

    @contextmanager
    def acting_as(self, role: str) -> Iterator["Session"]:
        """Gives the session another role for the length of a `with` block."""
        own, self.role = self.role, role
        try:
            yield self
        finally:
            self.role = own


def run_elevated(session: Session, action: Callable[[Session], object]) -> object:
    """Runs one action with the role of a manager and returns its result."""
    with session.acting_as("manager") as elevated:
        return action(elevated)
