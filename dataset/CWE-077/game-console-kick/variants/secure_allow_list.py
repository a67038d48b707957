import re
from collections.abc import Callable

# No quote, no backslash, and no white space other than a blank.
PLAIN = re.compile(r"[\w .,;:!?'()-]*")


def kick(rcon: Callable[[str], str], player: str, reason: str) -> bool:
    """Remove a player from the game; ValueError unless name and reason are plain text."""
    for text in (player, reason):
        if not PLAIN.fullmatch(text):
            raise ValueError(f"not plain text: {text!r}")
    if player == "":
        raise ValueError("no player given")
    answer = rcon('kick "' + player + '" "' + reason + '"')
    return answer == "ok"
