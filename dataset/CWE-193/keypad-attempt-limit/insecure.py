"""Keypads of hotel safes."""

import hmac


class SafeKeypad:
    """The keypad of one safe."""

    def __init__(self, pin: str, max_attempts: int) -> None:
        self._pin = pin.encode()
        self._max_attempts = max_attempts
        self._failures = 0

    def enter(self, code: str) -> bool:
        """Tell whether the code opens the safe."""
        if self._failures > self._max_attempts:
            raise PermissionError("the safe is locked")
        if hmac.compare_digest(code.encode(), self._pin):
            self._failures = 0
            return True
        self._failures += 1
        return False
