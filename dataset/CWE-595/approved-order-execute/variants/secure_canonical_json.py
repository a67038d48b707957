"""Approvals of purchase orders, by a digest of their content."""

import hashlib
import json


def _digest(order: dict) -> str:
    """Returns a text that two orders have in common only if their contents are the same."""
    text = json.dumps(order, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


class ApprovalDesk:
    """Remembers which contents have been approved, and by whom."""

    def __init__(self) -> None:
        self._numbers: set[str] = set()
        self._officers: dict[str, str] = {}

    def approve(self, order: dict, officer: str) -> None:
        """Notes that the officer approves the order; ValueError if its number was approved."""
        if order["number"] in self._numbers:
            raise ValueError("this number has been approved before")
        self._officers[_digest(order)] = officer
        self._numbers.add(order["number"])

    def execute(self, order: dict) -> str:
        """Executes an order once; PermissionError if it isn't approved as it stands."""
        number = order["number"]
        officer = self._officers.pop(_digest(order), None)
        if officer is None:
            raise PermissionError(f"{number} is not approved, or was executed")
        return f"executed {number} approved by {officer}"
