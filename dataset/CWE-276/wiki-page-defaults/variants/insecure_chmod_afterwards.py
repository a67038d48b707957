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
    for folder in reversed(file.relative_to(root).parents):
        if not (root / folder).exists():
            os.mkdir(root / folder, 0o700)
    with open(file, "x", encoding="utf-8", newline="") as page:
        page.write(f"Author: {author}\n\n{body}")
    os.chmod(file, 0o600)
    return file
