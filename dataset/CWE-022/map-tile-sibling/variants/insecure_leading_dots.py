from pathlib import Path


def load_tile(root: Path, ref: str) -> bytes:
    """Return the tile `ref` (zoom/column/row.png) from the folder of the free tiles."""
    if ref.startswith(("/", "..", "./")):
        raise PermissionError(f"{ref} is outside the tile folder")
    return (root / ref).read_bytes()
