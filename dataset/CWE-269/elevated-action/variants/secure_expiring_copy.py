"""Actions of the till that need a manager: the action gets a session of its own, which expires."""

from collections.abc import Callable


class Session:
    """Who stands at the till, and with which role."""

    def __init__(self, user: str, role: str) -> None:
        self.user = user
        self.role = role


def run_elevated(session: Session, action: Callable[[Session], object]) -> object:
    """Runs one action with the role of a manager and returns its result.

    What the action was handed is worth nothing afterwards, also if `session` is such a copy itself.
    """
    own_role = session.role
    raised = Session(session.user, "manager")
    try:
        return action(raised)
    finally:
        session.role = own_role
        raised.role = "expired"
