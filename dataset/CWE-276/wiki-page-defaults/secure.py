"""New pages of a wiki."""

import contextlib
import os
import re
from pathlib import Path

PAGE = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)*")


def _make_folders(root: Path, folder: Path) -> None:
    """Makes the missing folders from the root to this one, each for the wiki alone."""
    if folder == root:
        return
    _make_folders(root, folder.parent)
    with contextlib.suppress(FileExistsError):
        os.mkdir(folder, 0o700)


def create_page(root: Path, author: str, path: str, body: str) -> Path:
    """Stores a new page and returns the path of its file.

    Page and folders are private from the start; sharing them is left to others.
    """
    if not PAGE.fullmatch(path):
        raise ValueError(f"not a path of a page: {path!r}")
    file = root / f"{path}.md"
    content = f"Author: {author}\n\n{body}".encode()
    _make_folders(root, file.parent)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as page:
        page.write(content)
    return file
