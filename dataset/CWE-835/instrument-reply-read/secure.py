"""Reads replies of laboratory instruments."""

MAX_LENGTH = 1_000_000
MAX_PAUSES = 10


def read_reply(conn) -> bytes:
    """Return the body of a reply. Raises OSError if none comes."""
    pauses = 0

    def receive(size: int) -> bytes:
        """Return so many bytes; each turn brings some, or is counted, or is the last one."""
        nonlocal pauses
        data = b""
        while len(data) < size:
            try:
                part = conn.recv(size - len(data))
            except TimeoutError:
                pauses += 1
                if pauses > MAX_PAUSES:
                    raise
                continue
            if not part:
                raise ConnectionError(f"closed after {len(data)} of {size} bytes")
            data += part
        return data

    length = int.from_bytes(receive(4), "big")
    if length > MAX_LENGTH:
        raise ValueError("no reply is that long")
    return receive(length)
