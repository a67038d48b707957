"""Overlays of the plug-ins of a ship's display."""


def draw_overlay(
    frame: bytearray, stride: int, box: tuple[int, int, int, int], code: bytes
) -> None:
    """Draw an overlay into the box of its plug-in; ValueError for code that can't be drawn."""
    left, top, width, height = box
    data = iter(code)
    target = top * stride + left
    row = drawn = 0
    try:
        while True:
            count, value = next(data), next(data)
            if count > 0:
                drawn += count
                if drawn > width or row >= height:
                    raise ValueError("the overlay leaves its box")
                for _ in range(count):
                    frame[target] = value
                    target += 1
            elif value == 0:
                row += 1
                drawn = 0
                target = (top + row) * stride + left
            elif value == 1:
                return
            elif value == 2:
                right, down = next(data), next(data)
                row += down
                target += down * stride + right
            else:
                raise ValueError(f"unknown code 00 {value:02X}")
    except StopIteration:
        raise ValueError("the overlay has no end") from None
    except IndexError:
        raise ValueError("the overlay leaves the frame") from None
