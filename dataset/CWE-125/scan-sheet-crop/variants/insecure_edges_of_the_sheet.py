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
    left, top = region[0] + x, region[1] + y
    if left < 0 or top < 0 or left + w > sheet_width or (top + h) * sheet_width > len(sheet):
        raise ValueError("the rectangle is not on the sheet")
    rows = [sheet[i:i + sheet_width] for i in range(0, len(sheet), sheet_width)]
    return b"".join(row[left:left + w] for row in rows[top:top + h])
