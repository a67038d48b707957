"""Overlays of the plug-ins of a ship's display, drawn on a copy of the box first."""

import struct


def draw_overlay(
    frame: bytearray, stride: int, box: tuple[int, int, int, int], code: bytes
) -> None:
    """Draw an overlay as a whole or, with ValueError, not at all."""
    left, top, width, height = box
    starts = [(top + row) * stride + left for row in range(height)]
    canvas = [frame[start : start + width] for start in starts]
    _draw(canvas, code)
    for start, row in zip(starts, canvas):
        frame[start : start + width] = row


def _draw(canvas: list[bytearray], code: bytes) -> None:
    x = y = position = 0
    try:
        while (pair := struct.unpack_from("BB", code, position)) != (0, 1):
            position += 2
            match pair:
                case 0, 0:
                    x, y = 0, y + 1
                case 0, 2:
                    right, down = struct.unpack_from("BB", code, position)
                    position += 2
                    x, y = x + right, y + down
                case 0, unknown:
                    raise ValueError(f"unknown code {unknown}")
                case count, value:
                    for column in range(x, x + count):
                        canvas[y][column] = value
                    x += count
    except struct.error:
        raise ValueError("the overlay is cut off") from None
    except IndexError:
        raise ValueError("the overlay leaves its box") from None
