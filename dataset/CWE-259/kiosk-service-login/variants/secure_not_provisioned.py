"""Login to the service page of a kiosk; a kiosk without a password says so."""

import os
import secrets


class NotProvisionedError(RuntimeError):
    """The kiosk has no service password yet."""


def _configured() -> bytes:
    """Return the password of this kiosk. Raises NotProvisionedError if there is none."""
    password = os.environ.get("KIOSK_SERVICE_PASSWORD", "")
    if password == "":
        raise NotProvisionedError("set KIOSK_SERVICE_PASSWORD first")
    return password.encode("utf-8", "surrogateescape")


def service_login(attempt: str) -> bool:
    """Tell whether this is the password of the service page."""
    return secrets.compare_digest(_configured(), attempt.encode("utf-8", "surrogateescape"))
