"""Keypads of hotel safes, which count the remaining attempts down."""

import hmac


class SafeKeypad:
    """The keypad of one safe."""

    def __init__(self, pin: str, max_attempts: int) -> None:
        self.__pin = pin
        self.__max_attempts = max_attempts
        self.__remaining = max_attempts

    def enter(self, code: str) -> bool:
        """Tell whether the code opens the safe."""
        if self.__remaining == 0:
            raise PermissionError("locked: please call the reception")
        # The attempt is used up before the code is looked at.
        self.__remaining -= 1
        if not hmac.compare_digest(self.__pin, code):
            return False
        self.__remaining = self.__max_attempts
        return True
