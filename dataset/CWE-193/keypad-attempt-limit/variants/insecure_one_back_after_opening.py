"""Keypads of hotel safes."""

import hmac
from itertools import count


class SafeKeypad:
    """The keypad of one safe."""

    def __init__(self, pin: str, max_attempts: int) -> None:
        self._pin = pin
        self._max_attempts = max_attempts
        self._attempts = count(1)

    def enter(self, code: str) -> bool:
        """Tell whether the code opens the safe."""
        if next(self._attempts) > self._max_attempts:
            raise PermissionError("the safe is locked")
        if not hmac.compare_digest(code, self._pin):
            return False
        self._attempts = count()
        return True
