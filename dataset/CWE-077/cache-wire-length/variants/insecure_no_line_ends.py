from collections.abc import Callable


def _argument(text: str) -> str:
    """Return an argument with its length; line ends are left out."""
    text = text.replace("\r\n", "")
    return f"${len(text)}\r\n{text}\r\n"


def store_nickname(
    send: Callable[[bytes], None], player_id: int, nickname: str, ttl: int
) -> None:
    """Store a nickname in the cache for ttl seconds."""
    if ttl < 1:
        raise ValueError("ttl has to be 1 or more")
    arguments = ["SET", f"nick:{player_id}", nickname, "EX", str(ttl)]
    send(("*5\r\n" + "".join(map(_argument, arguments))).encode())
