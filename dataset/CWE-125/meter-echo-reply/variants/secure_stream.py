"""Answers of the gateway to the probes of water meters, read as a stream."""

import io


def _read(stream: io.BytesIO, size: int) -> bytes:
    """Read exactly so many bytes; ValueError if there are fewer."""
    data = stream.read(size)
    if len(data) < size:
        raise ValueError(f"{size} bytes expected, {len(data)} found")
    return data


def echo_reply(buffer: bytearray, received: int) -> bytes:
    """Return the answer to the probe in the first `received` bytes of the buffer."""
    stream = io.BytesIO(buffer[:received])
    if _read(stream, 1) != b"\x01":
        raise ValueError("not a probe")
    size = _read(stream, 2)
    return b"\x02" + size + _read(stream, int.from_bytes(size, "big"))
