"""The frame buffer of an LED wall, seen as panels of rows of pixels."""


def set_pixel(frame: bytearray, panel: int, x: int, y: int, level: int) -> None:
    """Set one pixel of a panel to a level; IndexError for a position that doesn't exist."""
    with memoryview(frame) as flat, flat.cast("B", (4, 8, 16)) as pixels:
        pixels[panel, y, x] = level
