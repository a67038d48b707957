"""Login with a password and a mailed code."""

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
        self._tickets: dict[str, int] = {}
        self._codes: dict[tuple[str, str], float] = {}

    def begin(self, username: str, password: str) -> str | None:
        """Sends a code and returns a ticket if the password is right."""
        if username not in self._passwords or self._passwords[username] != password:
            return None
        ticket = secrets.token_urlsafe(16)
        code = f"{secrets.randbelow(1_000_000):06}"
        self._tickets[ticket] = 0
        self._codes[username, code] = time.time() + LIFETIME
        self._send_code(username, code)
        return ticket

    def finish(self, ticket: str | None, username: str | None, code: str | None) -> str | None:
        """Returns the name of the customer who is logged in now."""
        if self._tickets.get(ticket, MAX_WRONG_CODES) >= MAX_WRONG_CODES:
            return None
        if time.time() > self._codes.get((username, code), 0):
            self._tickets[ticket] += 1
            return None
        del self._tickets[ticket]
        del self._codes[username, code]
        return username
