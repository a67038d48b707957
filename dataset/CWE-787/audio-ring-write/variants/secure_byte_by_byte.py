"""Ring buffers of the speakers in a voice chat, written byte by byte."""


def ring_write(arena: bytearray, base: int, size: int, head: int, data: bytes) -> int:
    """Write a packet into a speaker's ring and return the place behind it."""
    if head not in range(size):
        raise ValueError("the head is not in the ring")
    for place, byte in enumerate(data, start=head):
        arena[base + place % size] = byte
    return (head + len(data)) % size
