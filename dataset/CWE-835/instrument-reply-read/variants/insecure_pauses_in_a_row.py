"""Reads the replies of laboratory instruments: counts the pauses anew after each part."""

PAUSES = 10
LONGEST = 1_000_000


def read_reply(conn) -> bytes:
    """Return the body of the next reply. Raises OSError or ValueError if it can't be read."""

    def exactly(size: int) -> bytes:
        data = bytearray()
        pauses = 0
        while len(data) < size:
            try:
                part = conn.recv(size - len(data))
            except TimeoutError:
                pauses += 1
                if pauses > PAUSES:
                    raise
                continue
            if not part:
                raise ConnectionError("the instrument has closed the connection")
            data += part
            pauses = 0
        return bytes(data)

    length = int.from_bytes(exactly(4), "big")
    if length > LONGEST:
        raise ValueError("the reply is too long")
    return exactly(length)
