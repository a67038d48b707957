"""Ring buffers of the speakers in a voice chat, written byte by byte."""


def ring_write(arena: bytearray, base: int, size: int, head: int, data: bytes) -> int:
    """Write a packet into a speaker's ring and return the place behind it."""
    for byte in data:
        arena[base + head] = byte
        head += 1
        if head == size:
            head = 0
    return head
