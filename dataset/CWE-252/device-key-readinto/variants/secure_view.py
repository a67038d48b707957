"""Loads the key of a parking sensor: into a buffer, of which the filled part is known."""

import io
import itertools


def load_device_key(stream: io.RawIOBase) -> bytes:
    """Return the key at the beginning of a stream. Raises EOFError if it isn't complete."""
    buffer = bytearray(32)
    view = memoryview(buffer)
    filled = 0
    for call in itertools.count():
        if filled == len(buffer):
            return bytes(buffer)
        count = stream.readinto(view[filled:])
        if count == 0:
            raise EOFError("no complete key")
        if count is None and call >= 140:
            raise BlockingIOError("the memory stays busy")
        filled += count or 0
    raise AssertionError("count has no end")
