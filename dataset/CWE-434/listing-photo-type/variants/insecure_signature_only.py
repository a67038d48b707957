"""Photos of a flat listing."""

import uuid
from pathlib import Path

SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def store_photo(folder: Path, filename: str, content_type: str, data: bytes) -> str:
    """Stores a photo under a new name, which is returned; ValueError if it isn't a photo."""
    if not data.startswith(SIGNATURES):
        raise ValueError(f"{filename} is not a photo")
    name = uuid.uuid4().hex + Path(filename).suffix
    (folder / name).write_bytes(data)
    return name
