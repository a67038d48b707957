"""Keypads of hotel safes, which lock with the last wrong code."""


class SafeKeypad:
    """The keypad of one safe."""

    def __init__(self, pin: str, max_attempts: int) -> None:
        self.pin = pin
        self.max_attempts = max_attempts
        self.wrong_codes: list[str] = []
        self.is_locked = False

    def enter(self, code: str) -> bool:
        """Tell whether the code opens the safe."""
        if self.is_locked:
            raise PermissionError(f"locked after {len(self.wrong_codes)} wrong codes")
        if code == self.pin:
            self.wrong_codes.clear()
            return True
        self.wrong_codes.append(code)
        self.is_locked = len(self.wrong_codes) == self.max_attempts
        return False
