"""Approvals of purchase orders, by a text of their content."""


def _text(order: dict) -> str:
    """Returns the content of an order as one text."""
    parts = [order["number"], order["supplier"], order["iban"]]
    for item in order["items"]:
        parts += [item["name"], str(item["price"])]
    return "|".join(parts)


class ApprovalDesk:
    """Remembers which orders have been approved, and by whom."""

    def __init__(self) -> None:
        self._numbers: set[str] = set()
        self._officers: dict[str, str] = {}

    def approve(self, order: dict, officer: str) -> None:
        """Notes that the officer approves the order; ValueError if its number was approved."""
        if order["number"] in self._numbers:
            raise ValueError(f"{order['number']} has been approved before")
        self._numbers.add(order["number"])
        self._officers[_text(order)] = officer

    def execute(self, order: dict) -> str:
        """Executes an order once; PermissionError if it isn't approved as it stands."""
        officer = self._officers.pop(_text(order), None)
        if officer is None:
            raise PermissionError(f"{order['number']} is not approved")
        return f"executed {order['number']} approved by {officer}"
