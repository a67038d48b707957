import glob
import os
from pathlib import Path


def find_scores(library: Path, pattern: str) -> list[str]:
    """Return the files below the library that match the pattern, sorted."""
    if not pattern:
        raise ValueError("the pattern is empty")
    base = os.path.realpath(library)
    scores = []
    for name in glob.glob(pattern, root_dir=base, recursive=True):
        path = os.path.join(base, name)
        if os.path.commonpath([base, os.path.realpath(path)]) != base:
            raise ValueError("the pattern leaves the library")
        if os.pardir not in path.split("/") and os.path.isfile(path):
            scores.append(os.path.relpath(path, base))
    return sorted(scores)
