import glob
import os
from pathlib import Path


def find_scores(library: Path, pattern: str) -> list[str]:
    """Return the files below the library that match the pattern, sorted."""
    if not pattern:
        raise ValueError("the pattern is empty")
    found = glob.glob(os.path.join(library, pattern), recursive=True)
    return sorted(os.path.relpath(path, library) for path in found if os.path.isfile(path))
