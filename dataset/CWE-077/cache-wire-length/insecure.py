from collections.abc import Callable


def store_nickname(
    send: Callable[[bytes], None], player_id: int, nickname: str, ttl: int
) -> None:
    """Store a nickname in the cache for ttl seconds."""
    if ttl < 1:
        raise ValueError("ttl has to be 1 or more")
    parts = ["SET", f"nick:{player_id}", nickname, "EX", str(ttl)]
    command = f"*{len(parts)}\r\n"
    for part in parts:
        command += f"${len(part)}\r\n{part}\r\n"
    send(command.encode("utf-8"))
