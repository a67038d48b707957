"""Rectangles of the thumbnails on a contact sheet, by what they share with the thumbnail."""

from typing import NamedTuple


class Rectangle(NamedTuple):
    """Half-open ranges of columns and rows on the sheet."""

    left: int
    top: int
    right: int
    bottom: int

    def intersection(self, other: "Rectangle") -> "Rectangle":
        """Return what two rectangles have in common."""
        return Rectangle(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )


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
    thumbnail = Rectangle(left, top, left + width, top + height)
    wanted = Rectangle(left + x, top + y, left + x + w, top + y + h)
    if w <= 0 or h <= 0 or wanted.intersection(thumbnail) != wanted:
        raise ValueError(f"{wanted} is not in {thumbnail}")
    view = memoryview(sheet)
    return b"".join(
        view[row * sheet_width:(row + 1) * sheet_width][wanted.left:wanted.right]
        for row in range(wanted.top, wanted.bottom)
    )
