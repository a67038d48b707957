"""Loads the key of a parking sensor."""

import io

KEY_SIZE = 32
TRIES = 100


def load_device_key(stream: io.RawIOBase) -> bytes:
    """Return the key at the beginning of a stream. Raises EOFError if there is none."""
    key = bytearray(KEY_SIZE)
    filled = 0
    for _ in range(TRIES):
        count = stream.readinto(memoryview(key)[filled:])
        if count == 0 and filled == 0:
            raise EOFError("the stream is empty")
        filled += count or 0
        # Nothing more comes: the rest of the memory is empty.
        if count == 0 or filled == KEY_SIZE:
            return bytes(key)
    raise BlockingIOError("the memory isn't ready")
