from pathlib import Path


def load_tile(root: Path, ref: str) -> bytes:
    """Return the tile `ref` (zoom/column/row.png) from the folder of the free tiles."""
    base = root.resolve()
    tile = (base / ref).resolve()
    # Compares whole folder names, not the letters that the two paths begin with.
    if not tile.is_relative_to(base):
        raise PermissionError(f"{ref!r} is outside the tile folder")
    return tile.read_bytes()
