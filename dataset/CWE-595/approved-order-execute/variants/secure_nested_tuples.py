"""Approvals of purchase orders, frozen to nested tuples."""

from dataclasses import dataclass


def _frozen(value: object) -> object:
    """Returns the content of dictionaries and lists as something that nobody can change."""
    if isinstance(value, dict):
        return "dict", frozenset((key, _frozen(item)) for key, item in value.items())
    if isinstance(value, list):
        return "list", tuple(map(_frozen, value))
    return value


@dataclass
class Approval:
    """What was approved by whom, and whether it is used up."""

    content: object
    officer: str
    executed: bool = False


class ApprovalDesk:
    """Remembers the approvals by the numbers of the orders."""

    def __init__(self) -> None:
        self._approvals: dict[str, Approval] = {}

    def approve(self, order: dict, officer: str) -> None:
        """Notes that the officer approves the order; ValueError if its number was approved."""
        if order["number"] in self._approvals:
            raise ValueError(f"{order['number']} has been approved before")
        self._approvals[order["number"]] = Approval(_frozen(order), officer)

    def execute(self, order: dict) -> str:
        """Executes an order once; PermissionError if it isn't approved as it stands."""
        approval = self._approvals.get(order["number"])
        if approval is None or approval.executed or approval.content != _frozen(order):
            raise PermissionError("this order is not approved")
        approval.executed = True
        return f"executed {order['number']} approved by {approval.officer}"
