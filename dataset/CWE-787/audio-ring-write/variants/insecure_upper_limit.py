"""Ring buffers of the speakers in a voice chat."""


def ring_write(arena: bytearray, base: int, size: int, head: int, data: bytes) -> int:
    """Write a packet into a speaker's ring and return the place behind it."""
    if head >= size:
        raise ValueError(f"{head} is not a place in the ring")
    end = (head + len(data)) % size
    if len(data) > size:
        data, head = data[-size:], end
    first = data[: size - head]
    rest = data[size - head :]
    arena[base + head : base + head + len(first)] = first
    arena[base : base + len(rest)] = rest
    return end
