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
    os.makedirs(file.parent, mode=0o700, exist_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as page:
        page.write(f"Author: {author}\n\n{body}")
    return file
