"""New pages of a wiki: written under a temporary name, then linked to their own."""

import os
import re
import tempfile
from pathlib import Path


def create_page(root: Path, author: str, path: str, body: str) -> Path:
    """Stores a new page and returns the path of its file."""
    parts = path.split("/")
    for part in parts:
        if re.fullmatch("[a-z0-9-]+", part) is None:
            raise ValueError(f"{part!r} can't be a part of a path")
    folder = Path(root)
    for part in parts[:-1]:
        folder /= part
        if not folder.is_dir():
            folder.mkdir(mode=0o700)
    target = folder / (parts[-1] + ".md")
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".draft-") as draft:
        draft.write(f"Author: {author}\n\n{body}".encode())
        draft.flush()
        os.link(draft.name, target)
    return target
