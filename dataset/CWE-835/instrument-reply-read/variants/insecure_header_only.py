"""Reads replies of laboratory instruments."""

MAX_LENGTH = 1_000_000
MAX_PAUSES = 10


def read_reply(conn) -> bytes:
    """Return the body of a reply. Raises OSError if none comes."""
    pauses = 0

    def receive(size: int) -> bytes:
        nonlocal pauses
        while True:
            try:
                return conn.recv(size)
            except TimeoutError:
                pauses += 1
                if pauses > MAX_PAUSES:
                    raise

    header = b""
    while len(header) < 4:
        part = receive(4 - len(header))
        if not part:
            raise ConnectionError("the instrument doesn't answer")
        header += part
    length = int.from_bytes(header, "big")
    if length > MAX_LENGTH:
        raise ValueError("no reply is that long")
    body = b""
    while len(body) < length:
        body += receive(length - len(body))
    return body
