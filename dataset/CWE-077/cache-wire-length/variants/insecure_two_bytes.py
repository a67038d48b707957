from collections.abc import Callable


def _length(text: str) -> int:
    """Return the length of a text in UTF-8, where letters beyond ASCII have two bytes."""
    return sum(1 if ord(character) < 128 else 2 for character in text)


def store_nickname(
    send: Callable[[bytes], None], player_id: int, nickname: str, ttl: int
) -> None:
    """Store a nickname in the cache for ttl seconds."""
    if ttl < 1:
        raise ValueError("ttl has to be 1 or more")
    parts = ["SET", f"nick:{player_id}", nickname, "EX", str(ttl)]
    command = "*5\r\n" + "".join(f"${_length(part)}\r\n{part}\r\n" for part in parts)
    send(command.encode("utf-8"))
