"""Ring buffers of the speakers in a voice chat."""


def ring_write(arena: bytearray, base: int, size: int, head: int, data: bytes) -> int:
    """Write a packet into a speaker's ring and return the place behind it."""
    head %= size
    first, rest = data[: size - head], data[size - head :]
    start = base + head
    arena[start : start + len(first)] = first
    arena[base : base + len(rest)] = rest
    return (head + len(data)) % size
