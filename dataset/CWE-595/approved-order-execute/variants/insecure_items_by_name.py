"""Approvals of purchase orders, by their content."""


def _content(order: dict) -> tuple[dict[str, str], dict[str, int]]:
    """Returns the texts of an order, and the prices of what is bought."""
    texts = {key: order[key] for key in ("number", "supplier", "iban")}
    return texts, {item["name"]: item["price"] for item in order["items"]}


class ApprovalDesk:
    """Remembers which orders have been approved, and by whom."""

    def __init__(self) -> None:
        self._approved: dict[str, tuple[tuple, str]] = {}
        self._executed: set[str] = set()

    def approve(self, order: dict, officer: str) -> None:
        """Notes that the officer approves the order; ValueError if its number was approved."""
        if order["number"] in self._approved:
            raise ValueError(f"{order['number']} has been approved before")
        self._approved[order["number"]] = _content(order), officer

    def execute(self, order: dict) -> str:
        """Executes an order once; PermissionError if it isn't approved as it stands."""
        number = order["number"]
        approved, officer = self._approved.get(number, (None, ""))
        if number in self._executed or approved != _content(order):
            raise PermissionError(f"{number} is not approved")
        self._executed.add(number)
        return f"executed {number} approved by {officer}"
