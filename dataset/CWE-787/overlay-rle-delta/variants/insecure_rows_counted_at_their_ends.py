"""Overlays of the plug-ins of a ship's display."""


def draw_overlay(
    frame: bytearray, stride: int, box: tuple[int, int, int, int], code: bytes
) -> None:
    """Draw an overlay into the box of its plug-in; ValueError for code that can't be drawn."""
    left, top, width, height = box
    x = y = position = 0
    while position + 1 < len(code):
        count, value = code[position : position + 2]
        position += 2
        if count:
            if x + count > width:
                raise ValueError("a run leaves the box")
            start = (top + y) * stride + left + x
            frame[start : start + count] = bytes([value]) * count
            x += count
        elif value == 0:
            x, y = 0, y + 1
            if y > height:
                raise ValueError("too many rows")
        elif value == 1:
            return
        elif value == 2 and position + 1 < len(code):
            x += code[position]
            y += code[position + 1]
            position += 2
        else:
            raise ValueError("unknown code")
    raise ValueError("the overlay has no end")
