"""Answers of the gateway to the probes of water meters, read through a view of the frame."""

import struct


def echo_reply(buffer: bytearray, received: int) -> bytes:
    """Return the answer to the probe in the first `received` bytes of the buffer."""
    with memoryview(buffer)[:received] as frame:
        try:
            kind, length = struct.unpack_from(">BH", frame)
            (payload,) = struct.unpack_from(f"{length}s", frame, 3)
        except struct.error as error:
            raise ValueError("the frame is cut off") from error
    if kind != 1:
        raise ValueError(f"unexpected type {kind:#04x}")
    return struct.pack(">BH", 2, length) + payload
