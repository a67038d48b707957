"""Keypads of hotel safes: each code takes one ticket from a roll that ends."""

from collections.abc import Iterator
from hmac import compare_digest


class SafeKeypad:
    """The keypad of one safe."""

    def __init__(self, pin: str, max_attempts: int) -> None:
        self._pin = pin
        self._max_attempts = max_attempts
        self._tickets = self._new_roll()

    def _new_roll(self) -> Iterator[int]:
        return iter(range(self._max_attempts))

    def enter(self, code: str) -> bool:
        """Tell whether the code opens the safe."""
        if next(self._tickets, None) is None:
            raise PermissionError("no attempts are left")
        opened = compare_digest(code, self._pin)
        if opened:
            self._tickets = self._new_roll()
        return opened
