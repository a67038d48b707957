import io
from collections.abc import Callable


class CommandWriter:
    """Writes the arguments of a command as the cache server reads them."""

    def __init__(self, count: int) -> None:
        self._buffer = io.BytesIO()
        self._buffer.write(f"*{count}\r\n".encode("ascii"))

    def write(self, argument: bytes) -> None:
        """Add an argument with its length."""
        self._buffer.write(f"${len(argument)}\r\n".encode("ascii"))
        self._buffer.write(argument)
        self._buffer.write(b"\r\n")

    def getvalue(self) -> bytes:
        """Return the whole command."""
        return self._buffer.getvalue()


def store_nickname(
    send: Callable[[bytes], None], player_id: int, nickname: str, ttl: int
) -> None:
    """Store a nickname in the cache for ttl seconds."""
    if ttl < 1:
        raise ValueError("the cache can't forget a nickname before it has stored it")
    writer = CommandWriter(5)
    writer.write(b"SET")
    writer.write(f"nick:{player_id}".encode())
    writer.write(nickname.encode("utf-8"))
    writer.write(b"EX")
    writer.write(b"%d" % ttl)
    send(writer.getvalue())
