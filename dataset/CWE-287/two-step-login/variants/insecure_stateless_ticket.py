"""Login with a password and a mailed code."""

import base64
import hashlib
import hmac
import json
import secrets
import time
from collections.abc import Callable

LIFETIME = 5 * 60


class TwoStepLogin:
    """Logs customers in: `begin` with the password, `finish` with the code.

    The ticket holds all that is needed, so nothing has to be kept here.
    """

    def __init__(self, passwords: dict[str, str], send_code: Callable[[str, str], None]) -> None:
        self._passwords = passwords
        self._send_code = send_code
        self._key = secrets.token_bytes(32)

    def _sign(self, *parts: str) -> str:
        return hmac.new(self._key, json.dumps(parts).encode(), hashlib.sha256).hexdigest()

    def begin(self, username: str, password: str) -> str | None:
        """Sends a code and returns a ticket if the password is right."""
        if username not in self._passwords or self._passwords[username] != password:
            return None
        code = f"{secrets.randbelow(1_000_000):06}"
        expires_at = str(int(time.time()) + LIFETIME)
        fields = [username, expires_at, self._sign(username, expires_at, code)]
        self._send_code(username, code)
        return base64.urlsafe_b64encode(json.dumps(fields).encode()).decode()

    def finish(self, ticket: str | None, username: str | None, code: str | None) -> str | None:
        """Returns the name of the customer who is logged in now."""
        if not ticket or not username or not code:
            return None
        try:
            owner, expires_at, signature = json.loads(base64.urlsafe_b64decode(ticket))
        except ValueError:
            return None
        if not hmac.compare_digest(signature, self._sign(owner, expires_at, code)):
            return None
        if owner != username or time.time() > int(expires_at):
            return None
        return owner
