"""The frame buffer of an LED wall."""

PANELS = 4
WIDTH = 16
HEIGHT = 8
PANEL_SIZE = WIDTH * HEIGHT


def set_pixel(frame: bytearray, panel: int, x: int, y: int, level: int) -> None:
    """Set one pixel of a panel to a level; IndexError for a position that doesn't exist."""
    if not 0 <= panel < PANELS:
        raise IndexError(f"there is no panel {panel}")
    if not (0 <= x < WIDTH and 0 <= y < HEIGHT):
        raise IndexError(f"({x}, {y}) is not on the panel")
    frame[panel * PANEL_SIZE + y * WIDTH + x] = level
