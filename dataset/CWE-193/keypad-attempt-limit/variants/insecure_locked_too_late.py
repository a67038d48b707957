"""Keypads of hotel safes."""

import hmac


class SafeKeypad:
    """The keypad of one safe."""

    def __init__(self, pin: str, max_attempts: int) -> None:
        self._pin = pin
        self._max_attempts = max_attempts
        self._failures = 0
        self._locked = False

    def enter(self, code: str) -> bool:
        """Tell whether the code opens the safe."""
        if self._locked:
            raise PermissionError("the safe is locked")
        if hmac.compare_digest(code, self._pin):
            self._failures = 0
            return True
        if self._failures == self._max_attempts:
            self._locked = True
        self._failures += 1
        return False
