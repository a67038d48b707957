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
    """Return the pixels of a rectangle of the thumbnail; ValueError if it isn't all in there."""
    left, top, width, height = region
    if w <= 0 or h <= 0:
        raise ValueError("the rectangle is empty")
    if x < 0 or y < 0 or x + w > width or y + h > height:
        raise ValueError("the rectangle is not in the thumbnail")
    rows = []
    for row in range(top + y, top + y + h):
        start = row * sheet_width + left + x
        rows.append(sheet[start:start + w])
    return b"".join(rows)
