"""Login with a password and a mailed code."""

import secrets
import time
from collections.abc import Callable

LIFETIME = 5 * 60
MAX_WRONG_CODES = 5


class TwoStepLogin:
    """Logs customers in: the ticket stands for the password, the latest code for the mail."""

    def __init__(self, passwords: dict[str, str], send_code: Callable[[str, str], None]) -> None:
        self._passwords = passwords
        self._send_code = send_code
        self._tickets: dict[str, tuple[str, int]] = {}
        self._codes: dict[str, tuple[str, float]] = {}

    def begin(self, username: str, password: str) -> str | None:
        """Sends a code and returns a ticket if the password is right."""
        if username not in self._passwords or self._passwords[username] != password:
            return None
        ticket = secrets.token_urlsafe(16)
        code = f"{secrets.randbelow(1_000_000):06}"
        self._tickets[ticket] = (username, 0)
        self._codes[username] = (code, time.time() + LIFETIME)
        self._send_code(username, code)
        return ticket

    def finish(self, ticket: str | None, username: str | None, code: str | None) -> str | None:
        """Returns the name of the customer who is logged in now."""
        if ticket not in self._tickets or code is None:
            return None
        owner, wrong = self._tickets[ticket]
        if owner != username or owner not in self._codes:
            return None
        expected, ends = self._codes[owner]
        if time.time() > ends or wrong >= MAX_WRONG_CODES:
            del self._tickets[ticket]
            return None
        if code != expected:
            self._tickets[ticket] = (owner, wrong + 1)
            return None
        del self._tickets[ticket], self._codes[owner]
        return owner
