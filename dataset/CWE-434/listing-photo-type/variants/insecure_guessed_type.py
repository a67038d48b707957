"""Photos of a flat listing."""

import mimetypes
import uuid
from pathlib import Path

PHOTO_TYPES = {"image/png", "image/jpeg"}
SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def store_photo(folder: Path, filename: str, content_type: str, data: bytes) -> str:
    """Stores a photo under a new name, which is returned; ValueError if it isn't a photo."""
    guessed, _ = mimetypes.guess_type(filename)
    if guessed not in PHOTO_TYPES or content_type not in PHOTO_TYPES:
        raise ValueError(f"{filename} is not a photo")
    if not data.startswith(SIGNATURES):
        raise ValueError(f"{filename} doesn't begin like a photo")
    name = uuid.uuid4().hex + Path(filename).suffix
    (folder / name).write_bytes(data)
    return name
