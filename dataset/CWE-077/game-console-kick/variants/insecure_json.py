import json
from collections.abc import Callable


def _quote(text: str) -> str:
    """Return a text as an argument in quotes."""
    return json.dumps(text, ensure_ascii=False)


def kick(rcon: Callable[[str], str], player: str, reason: str) -> bool:
    """Remove a player from the game and tell whether the console did it."""
    if not player:
        raise ValueError("no player given")
    return rcon(f"kick {_quote(player)} {_quote(reason)}") == "ok"
