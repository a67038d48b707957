"""Actions of the till that need a manager."""

from collections.abc import Callable


class Session:
    """Who stands at the till, and with which role."""

    def __init__(self, user: str, role: str) -> None:
        self.user = user
        self.role = role
        self.own_role = role

    def elevate(self) -> None:
        """Gives the session the role of a manager."""
        self.own_role = self.role
        self.role = "manager"

    def drop(self) -> None:
        """Gives the session its own role again."""
        self.role = self.own_role


def run_elevated(session: Session, action: Callable[[Session], object]) -> object:
    """Runs one action with the role of a manager and returns its result."""
    session.elevate()
    try:
        return action(session)
    finally:
        session.drop()
