from pathlib import Path


def find_scores(library: Path, pattern: str) -> list[str]:
    """Return the files below the library that match the pattern, sorted."""
    pattern = pattern.replace("../", "").lstrip("/")
    if not pattern:
        raise ValueError("no pattern given")
    found = [path for path in library.glob(pattern) if path.is_file()]
    return sorted(path.relative_to(library).as_posix() for path in found)
