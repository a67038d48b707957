"""Photos of a flat listing."""

from pathlib import Path

PHOTO_TYPES = {"image/png", "image/jpeg"}


def store_photo(folder: Path, filename: str, content_type: str, data: bytes) -> str:
    """Stores a photo under a new name, which is returned; ValueError if it isn't a photo."""
    if content_type not in PHOTO_TYPES:
        raise ValueError(f"{content_type} is not the type of a photo")
    path = folder / filename
    number = 1
    while path.exists():
        number += 1
        path = folder / f"{number}-{filename}"
    path.write_bytes(data)
    return path.name
