"""Answers of the gateway to the probes of water meters."""

import struct

HEADER = struct.Struct(">BH")
PROBE = 0x01
ANSWER = 0x02


def echo_reply(buffer: bytearray, received: int) -> bytes:
    """Return the answer to the probe in the buffer."""
    if received == 0:
        raise ValueError("nothing has been received")
    kind, length = HEADER.unpack_from(buffer)
    if kind != PROBE:
        raise ValueError(f"not a probe: type {kind}")
    payload = buffer[HEADER.size:HEADER.size + length]
    return HEADER.pack(ANSWER, length) + payload
