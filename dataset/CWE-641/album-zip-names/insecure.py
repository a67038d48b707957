"""Download of all photos of a wedding."""

import io
import re
import zipfile


def pack_album(photos: list[tuple[str, bytes]]) -> bytes:
    """Returns a zip archive with the photos, each named by its title."""
    if not photos:
        raise ValueError("there are no photos")
    buffer = io.BytesIO()
    used: set[str] = set()
    with zipfile.ZipFile(buffer, "w") as archive:
        for title, data in photos:
            stem = re.sub(r"[/\\]", "_", title)
            name, number = f"{stem}.jpg", 1
            while name in used:
                number += 1
                name = f"{stem} ({number}).jpg"
            used.add(name)
            archive.writestr(name, data)
    return buffer.getvalue()
