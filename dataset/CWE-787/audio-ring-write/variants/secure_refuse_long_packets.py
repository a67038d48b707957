"""Ring buffers of the speakers in a voice chat; a new ring takes the place of the old one."""


def ring_write(arena: bytearray, base: int, size: int, head: int, data: bytes) -> int:
    """Write a packet into a speaker's ring; ValueError if it is longer than the ring."""
    if len(data) > size:
        raise ValueError(f"a packet of {len(data)} bytes for a ring of {size}")
    if not 0 <= head <= size - 1:
        raise ValueError(f"{head} is not a place in the ring")
    ring = arena[base : base + size]
    turned = ring[head:] + ring[:head]
    turned[: len(data)] = data
    back = size - head
    arena[base : base + size] = turned[back:] + turned[:back]
    return (head + len(data)) % size
