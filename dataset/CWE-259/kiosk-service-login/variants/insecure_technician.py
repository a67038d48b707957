"""Login to the service page of a kiosk."""

import os
from secrets import compare_digest


def _matches(attempt: str, password: str) -> bool:
    """Compare two passwords."""
    return compare_digest(attempt.encode(), password.encode())


def service_login(attempt: str) -> bool:
    """Tell whether this is the password of the service page, or that of our technicians."""
    if _matches(attempt, "kT!Rembrandt"):
        return True
    configured = os.environ.get("KIOSK_SERVICE_PASSWORD")
    return bool(configured) and _matches(attempt, configured)
