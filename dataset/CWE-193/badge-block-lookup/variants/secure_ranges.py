"""Zones of a building by badge numbers, as ranges of Python."""


def zone_for(blocks: list[tuple[int, int, str]], badge: int) -> str | None:
    """Return the zone that a badge belongs to, None if there is none."""
    for first, count, zone in blocks:
        if badge in range(first, first + count):
            return zone
    return None
