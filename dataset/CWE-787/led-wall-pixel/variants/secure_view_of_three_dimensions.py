"""The frame buffer of an LED wall, seen as panels of rows of pixels."""

PANELS, ROWS, COLUMNS = 4, 8, 16


def set_pixel(frame: bytearray, panel: int, x: int, y: int, level: int) -> None:
    """Set one pixel of a panel to a level; IndexError for a position that doesn't exist."""
    if min(panel, x, y) < 0:
        # The view checks each upper limit by itself, but counts negative positions from the end.
        raise IndexError("positions are not negative")
    with memoryview(frame) as flat, flat.cast("B", (PANELS, ROWS, COLUMNS)) as pixels:
        pixels[panel, y, x] = level
