import glob
import os
from pathlib import Path


def find_scores(library: Path, pattern: str) -> list[str]:
    """Return the files below the library that match the pattern, sorted."""
    if not pattern:
        raise ValueError("the pattern is empty")
    scores = []
    for path in glob.glob(os.path.join(library, pattern), recursive=True):
        if os.path.isfile(path) and path.startswith(str(library)):
            scores.append(os.path.relpath(path, library))
    return sorted(scores)
