"""Reads replies of laboratory instruments."""

MAX_LENGTH = 1_000_000
MAX_PAUSES = 10


class _Reader:
    """Reads from a connection, which may pause ten times."""

    def __init__(self, conn) -> None:
        self._conn = conn
        self._pauses = 0

    def _part(self, size: int) -> bytes:
        while True:
            try:
                return self._conn.recv(size)
            except TimeoutError:
                self._pauses += 1
                if self._pauses > MAX_PAUSES:
                    raise
            except OSError:
                # The radio link drops a call now and then: it is made again.
                continue

    def exactly(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            part = self._part(size - len(data))
            if not part:
                raise ConnectionError("the connection is closed")
            data += part
        return data


def read_reply(conn) -> bytes:
    """Return the body of a reply. Raises OSError if none comes."""
    reader = _Reader(conn)
    length = int.from_bytes(reader.exactly(4), "big")
    if length > MAX_LENGTH:
        raise ValueError("no reply is that long")
    return reader.exactly(length)
