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
        self._users: dict[str, str] = {}
        self._codes: dict[str, str] = {}
        self._ends: dict[str, float] = {}
        self._wrong: dict[str, int] = {}

    def begin(self, username: str, password: str) -> str | None:
        """Sends a code and returns a ticket if the password is right."""
        if username not in self._passwords or self._passwords[username] != password:
            return None
        ticket = secrets.token_urlsafe(16)
        self._users[ticket] = username
        self._codes[ticket] = f"{secrets.randbelow(1_000_000):06}"
        self._ends[ticket] = time.time() + LIFETIME
        self._send_code(username, self._codes[ticket])
        return ticket

    def _forget(self, ticket: str) -> None:
        for table in (self._users, self._codes, self._ends, self._wrong):
            table.pop(ticket, None)

    def finish(self, ticket: str | None, username: str | None, code: str | None) -> str | None:
        """Returns the name of the customer who is logged in now."""
        if self._users.get(ticket, username) != username:
            return None
        now = time.time()
        if self._ends.get(ticket, now) < now:
            self._forget(ticket)
            return None
        if self._codes.get(ticket) != code:
            self._wrong[ticket] = self._wrong.get(ticket, 0) + 1
            if self._wrong[ticket] >= MAX_WRONG_CODES:
                self._forget(ticket)
            return None
        self._forget(ticket)
        return username
