"""Loads the key of a parking sensor."""

import io

KEY_SIZE = 32
TRIES = 100


def load_device_key(stream: io.RawIOBase) -> bytes:
    """Return the key at the beginning of a stream. Raises EOFError if there is none."""
    for _ in range(TRIES):
        key = stream.read(KEY_SIZE)
        if key is None:
            continue
        if len(key) < KEY_SIZE:
            # Sometimes the memory delivers a part only, so ask a second time.
            key += stream.read(KEY_SIZE - len(key)) or b""
        if not key:
            raise EOFError("the stream is empty")
        return key
    raise BlockingIOError("the memory isn't ready")
