"""Keypads of hotel safes."""

import hmac


class SafeKeypad:
    """The keypad of one safe."""

    def __init__(self, pin: str, max_attempts: int) -> None:
        self._pin = pin
        self._max_attempts = max_attempts
        self._remaining = max_attempts

    def enter(self, code: str) -> bool:
        """Tell whether the code opens the safe."""
        if self._remaining < 0:
            raise PermissionError("the safe is locked")
        if hmac.compare_digest(code, self._pin):
            self._remaining = self._max_attempts
            return True
        self._remaining -= 1
        return False
