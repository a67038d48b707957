"""Actions of the till that need a manager."""

from collections.abc import Callable
from dataclasses import dataclass, replace


@dataclass
class Session:
    """Who stands at the till, and with which role."""

    user: str
    role: str


def run_elevated(session: Session, action: Callable[[Session], object]) -> object:
    """Runs one action with the role of a manager and returns its result."""
    return action(replace(session, role="manager"))
