"""Loads the key of a parking sensor."""

import io

KEY_SIZE = 32
TRIES = 100


def load_device_key(stream: io.RawIOBase) -> bytes:
    """Return the key at the beginning of a stream. Raises EOFError if there is none."""
    for _ in range(TRIES):
        key = stream.read(KEY_SIZE)
        if key == b"":
            raise EOFError("the stream is empty")
        if key is not None:
            return key.ljust(KEY_SIZE, b"\0")
    raise BlockingIOError("the memory isn't ready")
