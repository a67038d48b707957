from pathlib import Path


def load_tile(root: Path, ref: str) -> bytes:
    """Return the tile `ref` (zoom/column/row.png) from the folder of the free tiles."""
    base = root.resolve()
    tile = (base / ref).resolve()
    if not str(tile).startswith(str(base)):
        raise PermissionError(f"{ref!r} is outside the tile folder")
    return tile.read_bytes()
