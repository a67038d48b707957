"""Login with a password and a mailed code: a signed ticket says whose login it is."""

import hashlib
import hmac
import json
import secrets
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable


class TwoStepLogin:
    """Logs customers in: `begin` with the password, `finish` with the code."""

    def __init__(self, passwords: dict[str, str], send_code: Callable[[str, str], None]) -> None:
        self._passwords = passwords
        self._send_code = send_code
        self._key = secrets.token_bytes(32)
        self._tries_left: dict[str, int] = {}

    def _mac(self, purpose: str, text: str) -> str:
        return hmac.new(self._key, f"{purpose}\n{text}".encode(), hashlib.sha256).hexdigest()

    def begin(self, username: str, password: str) -> str | None:
        """Sends a code and returns a ticket if the password is right."""
        stored = self._passwords.get(username)
        if stored is None or not hmac.compare_digest(stored.encode(), password.encode()):
            return None
        code = "".join(secrets.choice("0123456789") for _ in range(6))
        number = secrets.token_hex(16)
        claims = [number, username, time.time() + 300, self._mac("code", number + code)]
        body = urlsafe_b64encode(json.dumps(claims).encode()).decode()
        self._tries_left[number] = 5
        self._send_code(username, code)
        return f"{body}.{self._mac('ticket', body)}"

    def finish(self, ticket: str | None, username: str | None, code: str | None) -> str | None:
        """Returns the name of the customer who is logged in now: the one in the ticket."""
        if ticket is None or username is None or code is None:
            return None
        body, _, signature = ticket.rpartition(".")
        if not hmac.compare_digest(signature.encode(), self._mac("ticket", body).encode()):
            return None
        number, owner, expires_at, code_mac = json.loads(urlsafe_b64decode(body))
        tries_left = self._tries_left.get(number, 0)
        if owner != username or tries_left == 0 or time.time() >= expires_at:
            return None
        if hmac.compare_digest(code_mac, self._mac("code", number + code)):
            del self._tries_left[number]
            return owner
        self._tries_left[number] = tries_left - 1
        return None
