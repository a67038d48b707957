"""New pages of a wiki: made under a private umask."""

import os
import string
from pathlib import Path

LETTERS = set(string.ascii_lowercase + string.digits + "-")


def create_page(root: Path, author: str, path: str, body: str) -> Path:
    """Stores a new page and returns the path of its file."""
    names = path.split("/")
    if not all(name and LETTERS.issuperset(name) for name in names):
        raise ValueError("a path has names of small letters, digits and hyphens")
    target = root.joinpath(*names[:-1], names[-1] + ".md")
    previous = os.umask(0o077)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as page:
            page.write(f"Author: {author}\n\n{body}".encode())
    finally:
        os.umask(previous)
    return target
