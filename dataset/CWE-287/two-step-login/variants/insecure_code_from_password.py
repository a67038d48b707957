"""Login with a password and a mailed code."""

import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

LIFETIME = 5 * 60
MAX_WRONG_CODES = 5


@dataclass
class Pending:
    """A login whose code has been sent."""

    username: str
    code: str
    expires_at: float
    wrong_codes: int = 0


def _hotp(key: bytes, counter: int) -> str:
    """A one-time code of six digits (RFC 4226)."""
    digest = hmac.new(key, counter.to_bytes(8, "big"), "sha1").digest()
    place = digest[-1] & 15
    number = int.from_bytes(digest[place : place + 4], "big") & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


class TwoStepLogin:
    """Logs customers in: `begin` with the password, `finish` with the code."""

    def __init__(self, passwords: dict[str, str], send_code: Callable[[str, str], None]) -> None:
        self._passwords = passwords
        self._send_code = send_code
        self._pending: dict[str, Pending] = {}
        self._counter = 0

    def begin(self, username: str, password: str) -> str | None:
        """Sends a code and returns a ticket if the password is right."""
        if username not in self._passwords or not hmac.compare_digest(
            self._passwords[username].encode(), password.encode()
        ):
            return None
        ticket = secrets.token_urlsafe(16)
        self._counter += 1
        code = _hotp(self._passwords[username].encode(), self._counter)
        self._pending[ticket] = Pending(username, code, time.monotonic() + LIFETIME)
        self._send_code(username, code)
        return ticket

    def finish(self, ticket: str | None, username: str | None, code: str | None) -> str | None:
        """Returns the name of the customer who is logged in now; it is the one who has begun."""
        pending = self._pending.get(ticket)
        if pending is None:
            return None
        if time.monotonic() > pending.expires_at:
            del self._pending[ticket]
            return None
        if username != pending.username:
            return None
        if code is None or not hmac.compare_digest(code.encode(), pending.code.encode()):
            pending.wrong_codes += 1
            if pending.wrong_codes >= MAX_WRONG_CODES:
                del self._pending[ticket]
            return None
        del self._pending[ticket]
        return pending.username
