"""Approvals of purchase orders."""

from copy import deepcopy


class ApprovalDesk:
    """Remembers the content of the orders that have been approved, and by whom."""

    def __init__(self) -> None:
        self._numbers: set[str] = set()
        self._approved: list[tuple[dict, str]] = []

    def approve(self, order: dict, officer: str) -> None:
        """Notes that the officer approves the order; ValueError if its number was approved."""
        if order["number"] in self._numbers:
            raise ValueError(f"{order['number']} has been approved before")
        self._numbers.add(order["number"])
        # The caller may go on changing the order: keep what is in it now.
        self._approved.append((deepcopy(order), officer))

    def execute(self, order: dict) -> str:
        """Executes an order once; PermissionError if it isn't approved as it stands."""
        for place, (approved, officer) in enumerate(self._approved):
            if approved == order:
                del self._approved[place]
                return f"executed {order['number']} approved by {officer}"
        raise PermissionError(f"{order['number']} is not approved")
