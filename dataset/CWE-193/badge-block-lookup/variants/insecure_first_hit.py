"""Zones of a building by badge numbers."""


def zone_for(blocks: list[tuple[int, int, str]], badge: int) -> str | None:
    """Return the zone that a badge belongs to, None if there is none."""
    for first, count, zone in blocks:
        if first <= badge <= first + count:
            return zone
    return None
