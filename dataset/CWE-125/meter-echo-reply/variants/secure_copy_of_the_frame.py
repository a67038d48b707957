"""Answers of the gateway to the probes of water meters, made from a copy of the frame alone."""


def echo_reply(buffer: bytearray, received: int) -> bytes:
    """Return the answer to the probe in the first `received` bytes of the buffer."""
    frame = bytes(buffer[:received])
    if len(frame) < 3 or frame[0] != 0x01:
        raise ValueError("this frame is no probe")
    length = int.from_bytes(frame[1:3], "big")
    payload = frame[3:3 + length]
    if len(payload) != length:
        raise ValueError("the payload is incomplete")
    return b"\x02" + frame[1:3] + payload
