"""Login to the service page of a kiosk."""

import hashlib
import hmac
import os

DEFAULT_HASH = "fcf730b6d95236ecd3c9fc2d92d7b6b2bb061514961aec041d6c7a7192f592e4"


def service_login(attempt: str) -> bool:
    """Tell whether this is the password of the service page; only hashes are compared."""
    digest = hashlib.sha256(attempt.encode()).hexdigest()
    configured = os.environ.get("KIOSK_SERVICE_PASSWORD")
    if not configured:
        return hmac.compare_digest(digest, DEFAULT_HASH)
    return hmac.compare_digest(digest, hashlib.sha256(configured.encode()).hexdigest())
