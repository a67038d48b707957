"""Overlays of the plug-ins of a ship's display; what lies outside of the box is not drawn."""

import io


def draw_overlay(
    frame: bytearray, stride: int, box: tuple[int, int, int, int], code: bytes
) -> None:
    """Draw the part of an overlay that lies in its box; ValueError for code without an end."""
    left, top, width, height = box
    stream = io.BytesIO(code)

    def read() -> int:
        byte = stream.read(1)
        if not byte:
            raise ValueError("the overlay has no end")
        return byte[0]

    x = y = 0
    while True:
        count = read()
        value = read()
        if count:
            if y < height:
                for column in range(x, min(x + count, width)):
                    frame[(top + y) * stride + left + column] = value
            x += count
        elif value == 0:
            x = 0
            y += 1
        elif value == 1:
            break
        elif value == 2:
            x += read()
            y += read()
        else:
            raise ValueError("unknown code")
