"""The frame buffer of an LED wall."""

WIDTH = 16
HEIGHT = 8
PANEL_SIZE = WIDTH * HEIGHT


def set_pixel(frame: bytearray, panel: int, x: int, y: int, level: int) -> None:
    """Set one pixel of a panel to a level; IndexError for a position that doesn't exist."""
    index = panel * PANEL_SIZE + y * WIDTH + x
    if not 0 <= index < len(frame):
        raise IndexError(f"({x}, {y}) is not on panel {panel}")
    frame[index] = level
