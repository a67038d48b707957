"""Approvals of purchase orders, by what matters in them."""


def _key(order: dict) -> tuple[str, str, str, int]:
    """Returns number, payee and sum of an order."""
    total = sum(item["price"] for item in order["items"])
    return order["number"], order["supplier"], order["iban"], total


class ApprovalDesk:
    """Remembers which orders have been approved, and by whom."""

    def __init__(self) -> None:
        self._numbers: set[str] = set()
        self._officers: dict[tuple[str, str, str, int], str] = {}

    def approve(self, order: dict, officer: str) -> None:
        """Notes that the officer approves the order; ValueError if its number was approved."""
        if order["number"] in self._numbers:
            raise ValueError(f"{order['number']} has been approved before")
        self._numbers.add(order["number"])
        self._officers[_key(order)] = officer

    def execute(self, order: dict) -> str:
        """Executes an order once; PermissionError if it isn't approved as it stands."""
        officer = self._officers.pop(_key(order), None)
        if officer is None:
            raise PermissionError(f"{order['number']} is not approved")
        return f"executed {order['number']} approved by {officer}"
