import os
from pathlib import Path


def load_tile(root: Path, ref: str) -> bytes:
    """Return the tile `ref` (zoom/column/row.png) from the folder of the free tiles."""
    base = os.path.realpath(root)
    path = os.path.realpath(os.path.join(base, ref))
    if os.path.commonpath([base, path]) != base:
        raise PermissionError(f"not a free tile: {ref}")
    with open(path, "rb") as file:
        return file.read()
