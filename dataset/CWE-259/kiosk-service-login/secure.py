"""Login to the service page of a kiosk."""

import hmac
import os


def service_login(attempt: str) -> bool:
    """Tell whether this is the password of the service page; without one nobody gets in."""
    expected = os.environ.get("KIOSK_SERVICE_PASSWORD")
    if not expected:
        return False
    return hmac.compare_digest(attempt.encode(), expected.encode())
