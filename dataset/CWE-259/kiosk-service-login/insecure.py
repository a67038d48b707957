"""Login to the service page of a kiosk."""

import hmac
import os

DEFAULT_PASSWORD = "museum2019"


def service_login(attempt: str) -> bool:
    """Tell whether this is the password of the service page."""
    expected = os.environ.get("KIOSK_SERVICE_PASSWORD", DEFAULT_PASSWORD)
    return hmac.compare_digest(attempt.encode(), expected.encode())
