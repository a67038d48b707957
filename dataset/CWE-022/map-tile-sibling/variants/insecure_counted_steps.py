from pathlib import Path


def load_tile(root: Path, ref: str) -> bytes:
    """Return the tile `ref` (zoom/column/row.png) from the folder of the free tiles."""
    steps = [step for step in ref.split("/") if step not in ("", ".")]
    ups = steps.count("..")
    downs = len(steps) - ups
    # More steps up than down lead out of the folder.
    if ups > downs:
        raise PermissionError(f"{ref} is outside the tile folder")
    return root.joinpath(*steps).read_bytes()
