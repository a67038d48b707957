"""Approvals of purchase orders."""


class ApprovalDesk:
    """Remembers which orders have been approved, and by whom."""

    def __init__(self) -> None:
        self._approved: dict[str, tuple[dict, str]] = {}
        self._executed: set[str] = set()

    def approve(self, order: dict, officer: str) -> None:
        """Notes that the officer approves the order; ValueError if its number was approved."""
        if order["number"] in self._approved:
            raise ValueError(f"{order['number']} has been approved before")
        self._approved[order["number"]] = dict(order), officer

    def execute(self, order: dict) -> str:
        """Executes an order once; PermissionError if it isn't approved as it stands."""
        number = order["number"]
        approved, officer = self._approved.get(number, (None, ""))
        if number in self._executed or approved != order:
            raise PermissionError(f"{number} is not approved")
        self._executed.add(number)
        return f"executed {number} approved by {officer}"
