"""Loads the key of a parking sensor."""

import io

KEY_SIZE = 32
TRIES = 100


def load_device_key(stream: io.RawIOBase) -> bytes:
    """Return the key at the beginning of a stream. Raises EOFError if there is none."""
    key = bytearray(KEY_SIZE)
    for _ in range(TRIES):
        count = stream.readinto(key)
        if count == 0:
            raise EOFError("the stream is empty")
        if count is not None:
            return bytes(key)
    raise BlockingIOError("the memory isn't ready")
