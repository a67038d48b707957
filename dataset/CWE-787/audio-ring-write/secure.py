"""Ring buffers of the speakers in a voice chat."""


def ring_write(arena: bytearray, base: int, size: int, head: int, data: bytes) -> int:
    """Write a packet into a speaker's ring and return the place behind it.

    Raises ValueError for a head outside of the ring; of longer packets the last bytes remain.
    """
    if not 0 <= head < size:
        raise ValueError(f"{head} is not a place in a ring of {size} bytes")
    end = (head + len(data)) % size
    newest = data[-size:]
    place = (end - len(newest)) % size
    first, rest = newest[: size - place], newest[size - place :]
    start = base + place
    arena[start : start + len(first)] = first
    arena[base : base + len(rest)] = rest
    return end
