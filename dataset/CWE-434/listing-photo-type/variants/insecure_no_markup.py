"""Photos of a flat listing."""

import uuid
from pathlib import Path

EXTENSIONS = {"image/png": ".png", "image/jpeg": ".jpg"}


def store_photo(folder: Path, filename: str, content_type: str, data: bytes) -> str:
    """Stores a photo under a new name, which is returned; ValueError if it isn't a photo."""
    if content_type not in EXTENSIONS:
        raise ValueError(f"{content_type} is not the type of a photo")
    start = data[:1000].lower()
    if start.startswith(b"<") or b"<html" in start or b"<script" in start:
        raise ValueError("this is a web page, not a photo")
    name = uuid.uuid4().hex + EXTENSIONS[content_type]
    (folder / name).write_bytes(data)
    return name
