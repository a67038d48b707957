"""Rectangles of the thumbnails on a contact sheet."""


def crop(
    sheet: bytes,
    sheet_width: int,
    region: tuple[int, int, int, int],
    x: int,
    y: int,
    w: int,
    h: int,
) -> bytes:
    """Return the pixels of a rectangle of the thumbnail."""
    left, top, width, height = region
    if w <= 0 or h <= 0:
        raise ValueError("the rectangle is empty")
    if not (0 <= x < width and 0 <= y < height):
        raise ValueError("the rectangle is not in the thumbnail")
    start = (top + y) * sheet_width + left + x
    return b"".join(
        sheet[i:i + w] for i in range(start, start + h * sheet_width, sheet_width)
    )
