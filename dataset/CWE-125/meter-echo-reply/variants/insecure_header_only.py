"""Answers of the gateway to the probes of water meters."""


def echo_reply(buffer: bytearray, received: int) -> bytes:
    """Return the answer to the probe in the buffer."""
    if received < 3:
        raise ValueError("a probe has at least three bytes")
    if buffer[0] != 0x01:
        raise ValueError("this frame is no probe")
    length = int.from_bytes(buffer[1:3], "big")
    return bytes([0x02, *buffer[1:3 + length]])
