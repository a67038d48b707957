from pathlib import Path


class TileStore:
    """The tiles below one folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path_of(self, ref: str) -> Path:
        """Go down from the root, one folder at a time; there is no way up."""
        path = self.root
        for step in ref.split("/"):
            if step in ("", ".", ".."):
                raise PermissionError(f"{ref!r} doesn't go straight down")
            path /= step
        return path


def load_tile(root: Path, ref: str) -> bytes:
    """Return the tile `ref` (zoom/column/row.png) from the folder of the free tiles."""
    with TileStore(root).path_of(ref).open("rb") as tile:
        return tile.read()
