import re
from collections.abc import Callable


class Command:
    """A console command that is built word by word."""

    def __init__(self, name: str) -> None:
        self._words = [name]

    def argument(self, text: str) -> "Command":
        """Add an argument; backslash and quote get a backslash in front in one pass."""
        if re.search(r"[\x00-\x1f\x7f]", text):
            raise ValueError(f"control character in {text!r}")
        self._words.append('"' + re.sub(r'["\\]', r"\\\g<0>", text) + '"')
        return self

    def __str__(self) -> str:
        return " ".join(self._words)


def kick(rcon: Callable[[str], str], player: str, reason: str) -> bool:
    """Remove a player from the game and tell whether the console did it."""
    if len(player) == 0:
        raise ValueError("a player has a name")
    return rcon(str(Command("kick").argument(player).argument(reason))) == "ok"
