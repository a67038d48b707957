"""New pages of a wiki."""

import os
import re
from pathlib import Path

PAGE = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)*")


def create_page(root: Path, author: str, path: str, body: str) -> Path:
    """Stores a new page and returns the path of its file."""
    if not PAGE.fullmatch(path):
        raise ValueError(f"not a path of a page: {path!r}")
    file = root / f"{path}.md"
    if file.exists():
        raise FileExistsError(file)
    for folder in reversed(file.relative_to(root).parents):
        if not (root / folder).exists():
            os.mkdir(root / folder, 0o700)
    temporary = file.with_suffix(".tmp")
    temporary.write_bytes(f"Author: {author}\n\n{body}".encode())
    temporary.chmod(0o600)
    temporary.rename(file)
    return file
