"""Answers of the gateway to the probes of water meters."""

import struct

HEADER = struct.Struct(">BH")


def echo_reply(buffer: bytearray, received: int) -> bytes:
    """Return the answer to the probe in the buffer."""
    if received == 0:
        raise ValueError("nothing has been received")
    kind, length = HEADER.unpack_from(buffer)
    if kind != 1:
        raise ValueError(f"not a probe: type {kind}")
    if HEADER.size + length > len(buffer):
        raise ValueError(f"{length} bytes don't fit into a frame")
    return HEADER.pack(2, length) + buffer[HEADER.size:HEADER.size + length]
