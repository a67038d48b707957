"""Loads the key of a parking sensor: byte by byte, each of which is there or not."""

from __future__ import annotations

import io
from collections.abc import Iterator


def _bytes(stream: io.RawIOBase) -> Iterator[bytes]:
    """Yield the bytes of a stream one by one until it ends."""
    busy = 0
    while (byte := stream.read(1)) != b"":
        if byte is not None:
            yield byte
            continue
        busy += 1
        if busy >= 100:
            raise BlockingIOError("no byte in a hundred calls")


def load_device_key(stream: io.RawIOBase) -> bytes:
    """Return the key at the beginning of a stream. Raises EOFError if it isn't complete."""
    key = [byte for _, byte in zip(range(32), _bytes(stream))]
    if len(key) != 32:
        raise EOFError("the stream ended too early")
    return b"".join(key)
