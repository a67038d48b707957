"""Unpacking of archived chat messages, with references copied piece by piece."""


def _copied(message: bytearray, distance: int, size: int) -> bytes:
    """Return what a reference stands for: the message's end, repeated where it is too short."""
    start = len(message) - distance
    if start < 0 or start == len(message):
        raise ValueError("the reference points to no byte of the message")
    piece = bytes(message[start:])
    return (piece * (size // len(piece) + 1))[:size]


def expand_into(arena: bytearray, start: int, tokens: bytes) -> bytes:
    """Unpack a message into the arena and return its bytes."""
    message = bytearray()
    remaining = iter(tokens)
    try:
        for head in remaining:
            if head < 0x80:
                message += bytes([next(remaining) for _ in range(head + 1)])
            else:
                distance = 256 * next(remaining) + next(remaining)
                message += _copied(message, distance, head - 0x80 + 3)
    except StopIteration:
        raise ValueError("the last token is incomplete") from None
    arena[start:start + len(message)] = message
    return bytes(message)
