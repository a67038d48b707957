"""Rectangles of the thumbnails on a contact sheet: the thumbnail is cut out first."""


def _cut(rows: list[bytes], left: int, top: int, width: int, height: int) -> list[bytes]:
    """Return the rows of a rectangle; ValueError if it isn't completely in the rows."""
    if min(left, top) < 0 or min(width, height) < 1:
        raise ValueError("no such rectangle")
    cut = [row[left:left + width] for row in rows[top:top + height]]
    if len(cut) != height or any(len(row) != width for row in cut):
        raise ValueError("the rectangle reaches beyond the image")
    return cut


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
    rows = [sheet[i:i + sheet_width] for i in range(0, len(sheet), sheet_width)]
    thumbnail = _cut(rows, *region)
    return b"".join(_cut(thumbnail, x, y, w, h))
