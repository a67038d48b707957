"""Overlays of the plug-ins of a ship's display; runs end at the right of the box."""


def draw_overlay(
    frame: bytearray, stride: int, box: tuple[int, int, int, int], code: bytes
) -> None:
    """Draw an overlay into the box of its plug-in; ValueError for code that can't be drawn."""
    left, top, width, _ = box
    data = iter(code)
    x = y = 0
    try:
        while True:
            count, value = next(data), next(data)
            if count > 0:
                visible = max(0, min(count, width - x))
                start = (top + y) * stride + left + x
                frame[start : start + visible] = bytes([value]) * visible
                x += count
            elif value == 0:
                x, y = 0, y + 1
            elif value == 1:
                return
            elif value == 2:
                x += next(data)
                y += next(data)
            else:
                raise ValueError(f"unknown code 00 {value:02X}")
    except StopIteration:
        raise ValueError("the overlay has no end") from None
