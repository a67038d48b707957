from collections.abc import Callable


def kick(rcon: Callable[[str], str], player: str, reason: str) -> bool:
    """Remove a player from the game and tell whether the console did it."""
    if not player:
        raise ValueError("no player given")
    reason = reason.replace("\\", "\\\\").replace('"', '\\"')
    reason = " ".join(reason.splitlines())
    return rcon(f'kick "{player}" "{reason}"') == "ok"
