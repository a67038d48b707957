"""Zones of a building by badge numbers, found by halving the list."""


def zone_for(blocks: list[tuple[int, int, str]], badge: int) -> str | None:
    """Return the zone that a badge belongs to, None if there is none."""
    low, high = 0, len(blocks)
    while low < high:
        middle = (low + high) // 2
        first, count, zone = blocks[middle]
        if badge < first:
            high = middle
        elif badge >= first + count:
            low = middle + 1
        else:
            return zone
    return None
