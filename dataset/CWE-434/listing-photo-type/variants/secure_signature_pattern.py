"""Photos of a flat listing: a pattern finds the kind, the name is a number."""

import re
from pathlib import Path

KIND = re.compile(rb"(?P<png>\x89PNG\r\n\x1a\n)|(?P<jpeg>\xff\xd8\xff)")


def store_photo(folder: Path, filename: str, content_type: str, data: bytes) -> str:
    """Stores a photo under a new name, which is returned; ValueError if it isn't a photo."""
    found = KIND.match(data)
    if found is None or found.lastgroup is None:
        raise ValueError(f"{filename} is not a photo")
    taken = {int(path.stem) for path in folder.iterdir() if path.stem.isdecimal()}
    name = f"{max(taken, default=0) + 1:06d}.{found.lastgroup}"
    (folder / name).write_bytes(data)
    return name
