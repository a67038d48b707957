import re
from pathlib import Path

TILE = re.compile(r"(\d{1,2})/(\d{1,8})/(\d{1,8})\.png", re.ASCII)


def load_tile(root: Path, ref: str) -> bytes:
    """Return the tile `ref`, three numbers, from the folder of the free tiles."""
    match = TILE.fullmatch(ref)
    if match is None:
        raise PermissionError(f"{ref!r} isn't of the form zoom/column/row.png")
    zoom, column, row = match.groups()
    return (root / zoom / column / f"{row}.png").read_bytes()
