"""Reads replies of laboratory instruments: the connection as an iterator of parts."""

from __future__ import annotations

from collections.abc import Iterator


class _Reader:
    """Reads from a connection, which may pause ten times."""

    def __init__(self, conn) -> None:
        self._conn = conn
        self._pauses_left = 10

    def _parts(self, size: int) -> Iterator[bytes]:
        while size > 0:
            try:
                part = self._conn.recv(min(size, 4096))
            except TimeoutError:
                if self._pauses_left == 0:
                    raise
                self._pauses_left -= 1
            else:
                if len(part) == 0:
                    raise EOFError("no more bytes")
                size -= len(part)
                yield part

    def exactly(self, size: int) -> bytes:
        try:
            return b"".join(self._parts(size))
        except EOFError as error:
            raise ConnectionResetError("the reply isn't complete") from error


def read_reply(conn) -> bytes:
    """Return the body of a reply. Raises OSError if none comes."""
    reader = _Reader(conn)
    length = int.from_bytes(reader.exactly(4), byteorder="big", signed=False)
    if length not in range(1_000_001):
        raise ValueError(length)
    return reader.exactly(length)
