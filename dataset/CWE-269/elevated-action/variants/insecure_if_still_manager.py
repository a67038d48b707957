"""Actions of the till that need a manager."""

from collections.abc import Callable


class Session:
    """Who stands at the till, and with which role."""

    def __init__(self, user: str, role: str) -> None:
        self.user = user
        self.role = role


def run_elevated(session: Session, action: Callable[[Session], object]) -> object:
    """Runs one action with the role of a manager and returns its result."""
    previous_role = session.role
    session.role = "manager"
    try:
        return action(session)
    finally:
        if session.role == "manager":
            session.role = previous_role
