"""Unpacking of archived chat messages, first into a buffer of their own."""

import io


def _read(stream: io.BytesIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) != size:
        raise ValueError("the last token is incomplete")
    return data


def _expand(tokens: bytes) -> bytes:
    message = bytearray()
    stream = io.BytesIO(tokens)
    while head := stream.read(1):
        kind, rest = divmod(head[0], 0x80)
        if kind == 0:
            message += _read(stream, rest + 1)
            continue
        distance = int.from_bytes(_read(stream, 2), "big")
        if distance == 0 or distance > len(message):
            raise ValueError(f"distance {distance} after {len(message)} bytes")
        for _ in range(rest + 3):
            message.append(message[-distance])
    return bytes(message)


def expand_into(arena: bytearray, start: int, tokens: bytes) -> bytes:
    """Unpack a message into the arena and return its bytes."""
    message = _expand(tokens)
    arena[start:start + len(message)] = message
    return message
