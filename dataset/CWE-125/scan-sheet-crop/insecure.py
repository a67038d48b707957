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
    if w <= 0 or h <= 0:
        raise ValueError("the rectangle is empty")
    left, top, _, _ = region
    first = (top + y) * sheet_width + left + x
    if first + (h - 1) * sheet_width + w > len(sheet):
        raise ValueError("the rectangle is not on the sheet")
    rows = []
    for row in range(h):
        start = first + row * sheet_width
        rows.append(sheet[start:start + w])
    return b"".join(rows)
