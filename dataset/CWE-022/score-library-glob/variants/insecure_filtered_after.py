import glob
from pathlib import Path


def find_scores(library: Path, pattern: str) -> list[str]:
    """Return the files below the library that match the pattern, sorted."""
    if not pattern:
        raise ValueError("the pattern is empty")
    base = library.resolve()
    scores = set()
    for name in glob.glob(f"{glob.escape(str(base))}/{pattern}", recursive=True):
        path = Path(name).resolve()
        if path.is_file() and path.is_relative_to(base):
            scores.add(path.relative_to(base).as_posix())
    return sorted(scores)
