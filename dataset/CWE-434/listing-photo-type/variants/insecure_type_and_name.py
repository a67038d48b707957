"""Photos of a flat listing."""

import uuid
from pathlib import Path

EXTENSIONS = {"image/png": (".png",), "image/jpeg": (".jpg", ".jpeg")}


def store_photo(folder: Path, filename: str, content_type: str, data: bytes) -> str:
    """Stores a photo under a new name, which is returned; ValueError if it isn't a photo."""
    extension = Path(filename).suffix.lower()
    if extension not in EXTENSIONS.get(content_type, ()):
        raise ValueError(f"{filename} ({content_type}) is not a photo")
    name = f"{uuid.uuid4().hex}{extension}"
    (folder / name).write_bytes(data)
    return name
