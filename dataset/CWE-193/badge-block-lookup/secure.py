"""Zones of a building by badge numbers."""

from bisect import bisect_right


def zone_for(blocks: list[tuple[int, int, str]], badge: int) -> str | None:
    """Return the zone that a badge belongs to, None if there is none."""
    starts = [first for first, _, _ in blocks]
    index = bisect_right(starts, badge) - 1
    if index < 0:
        return None
    first, count, zone = blocks[index]
    if first <= badge < first + count:
        return zone
    return None
