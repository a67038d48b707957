import os
from pathlib import Path


def load_tile(root: Path, ref: str) -> bytes:
    """Return the tile `ref` (zoom/column/row.png) from the folder of the free tiles."""
    ref = os.path.normpath(ref)
    if ref.startswith(".."):
        raise PermissionError(f"{ref} is outside the tile folder")
    with open(os.path.join(root, ref), "rb") as tile:
        return tile.read()
