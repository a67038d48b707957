"""Rectangles of the thumbnails on a contact sheet, each pixel looked up by its coordinates."""


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
    columns, rows = range(width), range(height)
    corners = [(x, y), (x + w - 1, y + h - 1)]
    if w < 1 or h < 1 or any(i not in columns or j not in rows for i, j in corners):
        raise ValueError("there is no such rectangle in the thumbnail")
    return bytes(
        sheet[(top + j) * sheet_width + left + i]
        for j in rows[y:y + h]
        for i in columns[x:x + w]
    )
