"""Photos of a flat listing."""

import uuid
from pathlib import Path

EXTENSIONS = {b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg"}


def _extension(data: bytes) -> str:
    """Returns the extension for a photo, on which nothing but its content decides."""
    for signature, extension in EXTENSIONS.items():
        if data.startswith(signature):
            return extension
    raise ValueError("only PNG and JPEG photos are accepted")


def store_photo(folder: Path, filename: str, content_type: str, data: bytes) -> str:
    """Stores a photo under a new name, which is returned; ValueError if it isn't a photo."""
    name = uuid.uuid4().hex + _extension(data)
    with open(folder / name, "xb") as file:
        file.write(data)
    return name
