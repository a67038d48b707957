import os
from glob import iglob
from pathlib import Path, PurePosixPath


def inside(pattern: str) -> bool:
    """True if no step of the pattern leaves the folder in which the search begins."""
    steps = PurePosixPath(pattern)
    return not steps.is_absolute() and os.pardir not in steps.parts


def find_scores(library: Path, pattern: str) -> list[str]:
    """Return the files below the library that match the pattern, sorted."""
    if len(pattern) == 0:
        raise ValueError("empty pattern")
    if not inside(pattern):
        return []
    names = set(map(os.path.normpath, iglob(pattern, root_dir=library, recursive=True)))
    return sorted(name for name in names if (library / name).is_file())
