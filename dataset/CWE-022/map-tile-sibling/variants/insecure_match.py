import os
import re
from pathlib import Path


def load_tile(root: Path, ref: str) -> bytes:
    """Return the tile `ref` (zoom/column/row.png) from the folder of the free tiles."""
    if not re.match(r"\d+/\d+/\d+\.png", ref):
        raise PermissionError(f"{ref!r} isn't of the form zoom/column/row.png")
    with open(os.path.normpath(os.path.join(root, ref)), "rb") as tile:
        return tile.read()
