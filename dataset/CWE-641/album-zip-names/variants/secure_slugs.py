"""Download of all photos of a wedding: names of small letters, digits and hyphens."""

import re
from io import BytesIO
from itertools import count
from zipfile import ZipFile, ZipInfo

PORTS = {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
DEVICES = {"con", "prn", "aux", "nul", *PORTS}


def slug(title: str) -> str:
    """Returns the letters and digits of a title, joined by hyphens; never a device's name."""
    words = re.findall("[a-z0-9]+", title.lower(), re.ASCII)
    joined = "-".join(words)[:150].strip("-") or "photo"
    return f"photo-{joined}" if joined in DEVICES else joined


class Album:
    """A zip archive of photos."""

    def __init__(self) -> None:
        self.buffer = BytesIO()
        self.names: set[str] = set()

    def free_name(self, title: str) -> str:
        """Returns a name for a photo that no other one has."""
        stem = slug(title)
        for number in count(1):
            name = f"{stem}.jpg" if number == 1 else f"{stem}-{number}.jpg"
            if name not in self.names:
                self.names.add(name)
                return name
        raise AssertionError("there is always another number")

    def add(self, photos: list[tuple[str, bytes]]) -> None:
        """Adds photos in their order."""
        with ZipFile(self.buffer, "w") as archive:
            for title, data in photos:
                archive.writestr(ZipInfo(self.free_name(title)), data)


def pack_album(photos: list[tuple[str, bytes]]) -> bytes:
    """Returns a zip archive with the photos, each named by its title."""
    if len(photos) == 0:
        raise ValueError("an album has photos")
    album = Album()
    album.add(photos)
    return album.buffer.getvalue()
