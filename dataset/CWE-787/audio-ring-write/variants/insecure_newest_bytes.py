"""Ring buffers of the speakers in a voice chat; of long packets the last bytes remain."""


def ring_write(arena: bytearray, base: int, size: int, head: int, data: bytes) -> int:
    """Write a packet into a speaker's ring and return the place behind it."""
    if len(data) > size:
        head = (head + len(data) - size) % size
        data = data[-size:]
    start = base + head
    split = base + size - start
    with memoryview(arena) as view:
        first, rest = data[:split], data[split:]
        view[start : start + len(first)] = first
        view[base : base + len(rest)] = rest
    return (head + len(data)) % size
