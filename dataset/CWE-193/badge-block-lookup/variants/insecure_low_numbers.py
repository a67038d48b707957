"""Zones of a building by badge numbers."""

from bisect import bisect_right


def zone_for(blocks: list[tuple[int, int, str]], badge: int) -> str | None:
    """Return the zone that a badge belongs to, None if there is none."""
    if not blocks:
        return None
    index = bisect_right(blocks, badge, key=lambda block: block[0]) - 1
    first, count, zone = blocks[index]
    return zone if badge < first + count else None
