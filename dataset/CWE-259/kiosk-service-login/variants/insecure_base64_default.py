"""Login to the service page of a kiosk."""

import base64
import hmac
import os

_FACTORY = b"TG91dnJlIzE3OTM="


def service_login(attempt: str) -> bool:
    """Tell whether this is the password of the service page."""
    configured = os.environ.get("KIOSK_SERVICE_PASSWORD")
    if configured is None:
        expected = base64.b64decode(_FACTORY)
    else:
        expected = configured.encode()
    return hmac.compare_digest(attempt.encode(), expected)
