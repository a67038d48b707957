"""New pages of a wiki: an opener that knows the mode."""

import os
import re
from functools import partial
from pathlib import Path


def create_page(root: Path, author: str, path: str, body: str) -> Path:
    """Stores a new page and returns the path of its file."""
    if re.fullmatch(r"(?:[a-z0-9-]+/)*[a-z0-9-]+", path) is None:
        raise ValueError("path")
    *folders, name = path.split("/")
    place = root
    for folder in folders:
        place = place / folder
        try:
            place.mkdir(0o700)
        except FileExistsError:
            continue
    target = place / f"{name}.md"
    opener = partial(os.open, mode=0o600)
    with open(target, "x", encoding="utf-8", newline="\n", opener=opener) as page:
        print("Author:", author, file=page)
        print(file=page)
        page.write(body)
    return target
