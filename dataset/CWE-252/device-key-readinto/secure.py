"""Loads the key of a parking sensor."""

import io

KEY_SIZE = 32
TRIES = 100


def load_device_key(stream: io.RawIOBase) -> bytes:
    """Return the key at the beginning of a stream. Raises EOFError if it isn't complete."""
    key = bytearray()
    waited = 0
    while len(key) < KEY_SIZE:
        part = stream.read(KEY_SIZE - len(key))
        if part is None:
            waited += 1
            if waited == TRIES:
                raise BlockingIOError("the memory isn't ready")
        elif part == b"":
            raise EOFError(f"the stream has {len(key)} bytes, a key has {KEY_SIZE}")
        else:
            key += part
    return bytes(key)
