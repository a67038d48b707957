"""Reads replies of laboratory instruments."""

MAX_LENGTH = 1_000_000
MAX_PAUSES = 10


def _receive(conn, size: int) -> bytes:
    """Return so many bytes."""
    data = b""
    while len(data) < size:
        pauses = 0
        try:
            part = conn.recv(size - len(data))
        except TimeoutError:
            pauses += 1
            if pauses > MAX_PAUSES:
                raise
            continue
        if not part:
            raise ConnectionError("the connection is closed")
        data += part
    return data


def read_reply(conn) -> bytes:
    """Return the body of a reply. Raises OSError if none comes."""
    length = int.from_bytes(_receive(conn, 4), "big")
    if length > MAX_LENGTH:
        raise ValueError("no reply is that long")
    return _receive(conn, length)
