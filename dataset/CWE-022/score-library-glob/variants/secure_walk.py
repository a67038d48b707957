import os
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePath


def matches(names: Sequence[str], segments: Sequence[str]) -> bool:
    """Tell whether the parts of a path match the segments of a pattern."""
    if not segments:
        return not names
    if segments[0] == "**":
        return any(matches(names[skip:], segments[1:]) for skip in range(len(names) + 1))
    return bool(names) and fnmatchcase(names[0], segments[0]) and matches(names[1:], segments[1:])


def find_scores(library: Path, pattern: str) -> list[str]:
    """Go through all files of the library and return those whose path matches, sorted."""
    if pattern == "":
        raise ValueError("empty pattern")
    segments = pattern.split("/")
    scores = []
    for folder, _, files in os.walk(library):
        for name in files:
            score = PurePath(folder, name).relative_to(library)
            if matches(score.parts, segments):
                scores.append(score.as_posix())
    return sorted(scores)
