from pathlib import Path


def find_scores(library: Path, pattern: str) -> list[str]:
    """Return the files below the library that match the pattern, sorted."""
    if not pattern:
        raise ValueError("the pattern is empty")
    base = start = library.resolve()
    segments = pattern.split("/")
    # Go down to the first wildcard, and look where that is.
    while len(segments) > 1 and not set(segments[0]) & set("*?["):
        start = start / segments.pop(0)
    if not start.resolve().is_relative_to(base):
        return []
    found = {path.resolve() for path in start.glob("/".join(segments)) if path.is_file()}
    return sorted(
        path.relative_to(base).as_posix() for path in found if path.is_relative_to(base)
    )
