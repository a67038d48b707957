"""Answers of the gateway to the probes of water meters."""

import struct

HEADER = struct.Struct(">BH")


def echo_reply(buffer: bytearray, received: int) -> bytes:
    """Return the answer to the probe in the buffer."""
    if received < HEADER.size:
        raise ValueError("the frame is too short")
    kind, length = HEADER.unpack_from(buffer)
    if kind != 1:
        raise ValueError(f"not a probe: type {kind}")
    if length > received:
        raise ValueError(f"only {received} bytes have been received")
    return HEADER.pack(2, length) + buffer[HEADER.size:HEADER.size + length]
