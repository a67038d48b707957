"""Download of all photos of a wedding."""

import io
import re
import unicodedata
import zipfile

PORTS = {f"{port}{number}" for port in ("COM", "LPT") for number in range(10)}
DEVICES = {"CON", "PRN", "AUX", "NUL", *PORTS}


def _stem(title: str) -> str:
    """Returns a title as a file name without its extension."""
    kept = "".join(c for c in title if unicodedata.category(c) not in ("Cc", "Cf"))
    stem = re.sub(r'[<>:"/\\|?*]', "_", unicodedata.normalize("NFC", kept))
    stem = stem.encode()[:200].decode(errors="ignore")
    return f"_{stem}" if stem.partition(".")[0].strip().upper() in DEVICES else stem


def pack_album(photos: list[tuple[str, bytes]]) -> bytes:
    """Returns a zip archive with the photos, each named by its title."""
    if not photos:
        raise ValueError("there are no photos")
    buffer = io.BytesIO()
    used: set[str] = set()
    with zipfile.ZipFile(buffer, "w") as archive:
        for title, data in photos:
            stem = _stem(title)
            name, number = f"{stem}.jpg", 1
            while name in used:
                number += 1
                name = f"{stem} ({number}).jpg"
            used.add(name)
            archive.writestr(name, data)
    return buffer.getvalue()
