"""Login to the service page of a kiosk: digests with a key of this run are compared."""

import hashlib
import os
import secrets

_KEY = secrets.token_bytes(32)
_MINIMUM = 8


def _digest(text: str) -> bytes:
    """Return the digest of a text, of the same length for all."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), key=_KEY).digest()


def service_login(attempt: str) -> bool:
    """Tell whether this is the password of the service page."""
    try:
        expected = os.environ["KIOSK_SERVICE_PASSWORD"]
    except KeyError:
        return False
    return len(expected) >= _MINIMUM and _digest(attempt) == _digest(expected)
