from collections.abc import Callable


def store_nickname(
    send: Callable[[bytes], None], player_id: int, nickname: str, ttl: int
) -> None:
    """Store a nickname in the cache for ttl seconds."""
    if ttl < 1:
        raise ValueError("ttl has to be 1 or more")
    # Encoded first, as the lengths are those of the bytes.
    parts = [part.encode() for part in ("SET", f"nick:{player_id}", nickname, "EX", str(ttl))]
    command = b"*%d\r\n" % len(parts)
    for part in parts:
        command += b"$%d\r\n%b\r\n" % (len(part), part)
    send(command)
