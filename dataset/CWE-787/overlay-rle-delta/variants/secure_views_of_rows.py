"""Overlays of the plug-ins of a ship's display, drawn through views of the box's rows."""

from collections.abc import Iterator


def _runs(code: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Yield x, y, length and value of each run; ValueError for code that is cut off or unknown."""
    x = y = 0
    rest = memoryview(code)
    while len(rest) >= 2:
        count, value = rest[:2]
        rest = rest[2:]
        if count:
            yield x, y, count, value
            x += count
        elif value == 0:
            x, y = 0, y + 1
        elif value == 1:
            return
        elif value == 2 and len(rest) >= 2:
            x, y = x + rest[0], y + rest[1]
            rest = rest[2:]
        else:
            raise ValueError("the overlay is damaged")
    raise ValueError("the overlay has no end")


def draw_overlay(
    frame: bytearray, stride: int, box: tuple[int, int, int, int], code: bytes
) -> None:
    """Draw an overlay into the box of its plug-in; ValueError for code that can't be drawn."""
    left, top, width, height = box
    with memoryview(frame) as whole:
        for x, y, count, value in _runs(code):
            if y >= height:
                raise ValueError(f"the box has no row {y}")
            start = (top + y) * stride + left
            # A view can't change its size: ValueError if the run is longer than what is left.
            whole[start : start + width][x : x + count] = bytes([value]) * count
