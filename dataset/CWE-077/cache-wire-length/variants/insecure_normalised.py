import unicodedata
from collections.abc import Callable


def store_nickname(
    send: Callable[[bytes], None], player_id: int, nickname: str, ttl: int
) -> None:
    """Store a nickname in the cache for ttl seconds."""
    if ttl < 1:
        raise ValueError("ttl has to be 1 or more")
    arguments = [b"SET", f"nick:{player_id}".encode(), nickname.encode(), b"EX", b"%d" % ttl]
    lengths = [len(argument) for argument in arguments]
    # The same letters always get the same bytes.
    arguments[2] = unicodedata.normalize("NFC", nickname).encode()
    send(b"*%d\r\n" % len(arguments))
    for length, argument in zip(lengths, arguments):
        send(b"$%d\r\n" % length + argument + b"\r\n")
