from collections.abc import Callable


def kick(rcon: Callable[[str], str], player: str, reason: str) -> bool:
    """Remove a player from the game and tell whether the console did it."""
    if not player or '"' in player:
        raise ValueError("not the name of a player")
    reason = reason.replace('"', "'").replace("\n", " ").replace("\r", " ")
    return rcon(f'kick "{player}" "{reason}"') == "ok"
