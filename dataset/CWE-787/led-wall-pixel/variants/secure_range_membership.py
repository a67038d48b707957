"""The frame buffer of an LED wall; the limits are ranges."""

LIMITS = {"panel": range(4), "row": range(8), "column": range(16)}


def set_pixel(frame: bytearray, panel: int, x: int, y: int, level: int) -> None:
    """Set one pixel of a panel to a level; IndexError for a position that doesn't exist."""
    index = 0
    for (name, limits), value in zip(LIMITS.items(), (panel, y, x)):
        if value not in limits:
            raise IndexError(f"there is no {name} {value}")
        index = index * len(limits) + value
    frame[index] = level
