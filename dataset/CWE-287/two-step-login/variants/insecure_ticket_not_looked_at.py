"""Login with a password and a mailed code."""

import hmac
import secrets
import time
from collections.abc import Callable

LIFETIME = 5 * 60
MAX_WRONG_CODES = 5


class TwoStepLogin:
    """Logs customers in: `begin` with the password, `finish` with the code."""

    def __init__(self, passwords: dict[str, str], send_code: Callable[[str, str], None]) -> None:
        self._passwords = passwords
        self._send_code = send_code
        self._codes: dict[str, tuple[str, float]] = {}
        self._wrong: dict[str, int] = {}

    def begin(self, username: str, password: str) -> str | None:
        """Sends a code and returns a ticket if the password is right."""
        if self._passwords.get(username) != password:
            return None
        code = f"{secrets.randbelow(10**6):06d}"
        self._codes[username] = (code, time.monotonic() + LIFETIME)
        self._wrong[username] = 0
        self._send_code(username, code)
        return secrets.token_urlsafe()

    def finish(self, ticket: str | None, username: str | None, code: str | None) -> str | None:
        """Returns the name of the customer who is logged in now."""
        if not ticket or not username or not code or username not in self._codes:
            return None
        expected, expires_at = self._codes[username]
        if time.monotonic() > expires_at:
            return None
        if not hmac.compare_digest(code.encode(), expected.encode()):
            self._wrong[username] += 1
            if self._wrong[username] >= MAX_WRONG_CODES:
                del self._codes[username]
            return None
        del self._codes[username]
        return username
