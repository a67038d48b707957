from collections.abc import Callable

COMMAND = (
    b"*5\r\n$3\r\nSET\r\n"
    b"$%(key_length)d\r\n%(key)b\r\n"
    b"$%(value_length)d\r\n%(value)b\r\n"
    b"$2\r\nEX\r\n"
    b"$%(ttl_length)d\r\n%(ttl)b\r\n"
)


def store_nickname(
    send: Callable[[bytes], None], player_id: int, nickname: str, ttl: int
) -> None:
    """Store a nickname of one line in the cache; ValueError for one of several lines."""
    if ttl < 1 or nickname.splitlines() != [nickname]:
        raise ValueError("a nickname is one line, and ttl is 1 or more")
    fields: dict[bytes, bytes | int] = {}
    for name, value in (("key", f"nick:{player_id}"), ("value", nickname), ("ttl", f"{ttl}")):
        data = value.encode("utf-8")
        fields[name.encode()] = data
        fields[f"{name}_length".encode()] = len(data)
    send(COMMAND % fields)
