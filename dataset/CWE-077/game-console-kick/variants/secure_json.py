import json
from collections.abc import Callable


def kick(rcon: Callable[[str], str], player: str, reason: str) -> bool:
    """Remove a player from the game and tell whether the console did it."""
    if not player or not player.isprintable():
        raise ValueError(f"not the name of a player: {player!r}")
    reason = "".join(c if c.isprintable() else " " for c in reason)
    # For printable text the quotes and backslashes of JSON are those of the console.
    arguments = [json.dumps(text, ensure_ascii=False) for text in (player, reason)]
    return rcon(" ".join(["kick", *arguments])) == "ok"
