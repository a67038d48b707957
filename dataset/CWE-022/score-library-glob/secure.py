from pathlib import Path


def find_scores(library: Path, pattern: str) -> list[str]:
    """Return the files below the library that match the pattern, sorted."""
    # The search itself must not leave the library: what it finds there shows in what it returns,
    # even if it comes back.
    if not pattern or pattern.startswith("/") or ".." in pattern.split("/"):
        raise ValueError(f"{pattern!r} is not a pattern for files in the library")
    found = (path for path in library.glob(pattern) if path.is_file())
    return sorted(path.relative_to(library).as_posix() for path in found)
