"""Ring buffers of the speakers in a voice chat, written through a view of the ring."""


def ring_write(arena: bytearray, base: int, size: int, head: int, data: bytes) -> int:
    """Write a packet into a speaker's ring and return the place behind it."""
    if head < 0 or head >= size:
        raise ValueError(f"there is no place {head} in the ring")
    with memoryview(arena) as whole, whole[base : base + size] as ring, memoryview(data) as rest:
        while rest:
            # A view can't change its size, and no chunk is longer than what is left of the ring.
            chunk = rest[: size - head]
            ring[head : head + len(chunk)] = chunk
            rest = rest[len(chunk) :]
            head = (head + len(chunk)) % size
    return head
