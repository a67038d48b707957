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
        self._logins: dict[str, dict] = {}

    def begin(self, username: str, password: str) -> str | None:
        """Sends a code and returns a ticket if the password is right."""
        if username not in self._passwords or self._passwords[username] != password:
            return None
        ticket = secrets.token_hex(16)
        code = str(secrets.randbelow(10**6)).zfill(6)
        self._logins[ticket] = {"user": username, "code": code, "time": time.time(), "wrong": 0}
        self._send_code(username, code)
        return ticket

    def finish(self, ticket: str | None, username: str | None, code: str | None) -> str | None:
        """Returns the name of the customer who is logged in now."""
        login = self._logins.get(ticket)
        if login is None or login["user"] != username:
            return None
        if time.time() - login["time"] > LIFETIME:
            return None
        if code == login["code"]:
            login["code"] = None
            return login["user"]
        login["wrong"] += 1
        if login["wrong"] == MAX_WRONG_CODES:
            login["code"] = None
        return None
