"""Login to the service page of a kiosk."""

import os
from secrets import compare_digest


def service_login(attempt: str) -> bool:
    """Tell whether this is the password of the service page."""
    # An empty variable is a mistake of the installer.
    expected = os.environ["KIOSK_SERVICE_PASSWORD"] or "service"
    return compare_digest(attempt.encode(), expected.encode())
