"""Answers of the gateway to the probes of water meters."""

import struct

HEADER = struct.Struct(">BH")
PROBE = 0x01
ANSWER = 0x02


def echo_reply(buffer: bytearray, received: int) -> bytes:
    """Return the answer to the probe in the first `received` bytes of the buffer."""
    if received < HEADER.size:
        raise ValueError("the frame ends within its header")
    kind, length = HEADER.unpack_from(buffer)
    if kind != PROBE:
        raise ValueError(f"not a probe: type {kind}")
    end = HEADER.size + length
    if end > received:
        raise ValueError(f"{length} bytes declared, {received - HEADER.size} received")
    return HEADER.pack(ANSWER, length) + buffer[HEADER.size:end]
