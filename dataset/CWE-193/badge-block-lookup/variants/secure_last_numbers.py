"""Zones of a building by badge numbers: the first block whose last number is large enough."""

from bisect import bisect_left


def zone_for(blocks: list[tuple[int, int, str]], badge: int) -> str | None:
    """Return the zone that a badge belongs to, None if there is none."""
    issued = [block for block in blocks if block[1] > 0]
    index = bisect_left(issued, badge, key=lambda block: block[0] + block[1] - 1)
    for first, _, zone in issued[index:index + 1]:
        if first <= badge:
            return zone
    return None
