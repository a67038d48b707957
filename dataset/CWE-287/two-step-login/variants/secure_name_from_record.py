"""Login with a password and a mailed code: the posted name plays no part."""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta, timezone


class _Login:
    """One login between the two forms."""

    def __init__(self, username: str) -> None:
        self.username = username
        self.code = f"{secrets.randbelow(10**6):06d}"
        self.ends = datetime.now(timezone.utc) + timedelta(minutes=5)
        self.tries = 5

    def try_code(self, code: str | None) -> bool:
        """Uses up one of the tries; tells whether the code is right and in time."""
        self.tries -= 1
        in_time = datetime.now(timezone.utc) < self.ends
        return in_time and isinstance(code, str) and code == self.code


class TwoStepLogin:
    """Logs customers in: `begin` with the password, `finish` with the code."""

    def __init__(self, passwords: dict[str, str], send_code: Callable[[str, str], None]) -> None:
        self.passwords = passwords
        self.send_code = send_code
        self.logins: dict[str, _Login] = {}

    def begin(self, username: str, password: str) -> str | None:
        """Sends a code and returns a ticket if the password is right."""
        if (username, password) not in self.passwords.items():
            return None
        login = _Login(username)
        ticket = secrets.token_hex()
        self.logins[ticket] = login
        self.send_code(username, login.code)
        return ticket

    def finish(self, ticket: str | None, username: str | None, code: str | None) -> str | None:
        """Returns the name of the customer who is logged in now."""
        login = self.logins.pop(ticket or "", None)
        if login is None:
            return None
        if login.try_code(code):
            return login.username
        if login.tries > 0:
            self.logins[ticket] = login
        return None
