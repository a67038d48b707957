from collections.abc import Callable, Iterator

END = b"\r\n"


def _chunks(arguments: list[bytes]) -> Iterator[bytes]:
    """Give the parts of a command one after the other."""
    yield b"*" + str(len(arguments)).encode() + END
    for argument in arguments:
        yield b"$" + str(len(argument)).encode() + END
        yield argument + END


def store_nickname(
    send: Callable[[bytes], None], player_id: int, nickname: str, ttl: int
) -> None:
    """Store a nickname in the cache for ttl seconds."""
    if not ttl >= 1:
        raise ValueError(f"ttl is {ttl}")
    # A surrogate without its partner has no bytes in UTF-8 and becomes a question mark.
    value = bytes(nickname, "utf-8", "replace")
    for chunk in _chunks([b"SET", b"nick:%d" % player_id, value, b"EX", b"%d" % ttl]):
        send(chunk)
