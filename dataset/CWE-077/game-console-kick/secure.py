from collections.abc import Callable

# Both at once: one after the other, the second step could undo the first.
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"'})


def _quote(text: str) -> str:
    """Return a text as an argument in quotes; a line break would end it in any case."""
    if "\n" in text or "\r" in text:
        raise ValueError("an argument can't hold a line break")
    return f'"{text.translate(ESCAPES)}"'


def kick(rcon: Callable[[str], str], player: str, reason: str) -> bool:
    """Remove a player from the game and tell whether the console did it."""
    if not player:
        raise ValueError("no player given")
    reason = " ".join(reason.splitlines())
    return rcon(f"kick {_quote(player)} {_quote(reason)}") == "ok"
