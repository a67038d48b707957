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
    right, bottom = x + w, y + h
    for column in (x, right - 1):
        if not 0 <= column <= width:
            raise ValueError("the rectangle is not in the thumbnail")
    for row in (y, bottom - 1):
        if not 0 <= row <= height:
            raise ValueError("the rectangle is not in the thumbnail")
    if right <= x or bottom <= y:
        raise ValueError("the rectangle is empty")
    start = (top + y) * sheet_width + left + x
    return b"".join(sheet[start + j * sheet_width:][:w] for j in range(h))
