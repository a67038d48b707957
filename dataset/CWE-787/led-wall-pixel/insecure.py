"""The frame buffer of an LED wall."""

WIDTH = 16
HEIGHT = 8
PANEL_SIZE = WIDTH * HEIGHT


def set_pixel(frame: bytearray, panel: int, x: int, y: int, level: int) -> None:
    """Set one pixel of a panel to a level; IndexError for a position that doesn't exist."""
    frame[panel * PANEL_SIZE + y * WIDTH + x] = level
