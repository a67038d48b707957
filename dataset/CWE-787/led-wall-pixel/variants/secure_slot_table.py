"""The frame buffer of an LED wall; the places of all pixels are listed beforehand."""

from itertools import product

# (panel, y, x) of each pixel, in the order of the frame buffer.
PLACES = {place: index for index, place in enumerate(product(range(4), range(8), range(16)))}


def set_pixel(frame: bytearray, panel: int, x: int, y: int, level: int) -> None:
    """Set one pixel of a panel to a level; IndexError for a position that doesn't exist."""
    index = PLACES.get((panel, y, x))
    if index is None:
        raise IndexError(f"panel {panel} has no pixel ({x}, {y})")
    frame[index] = level
