import re
from collections.abc import Iterator
from fnmatch import translate
from os import DirEntry, scandir
from pathlib import Path


class Folder:
    """A folder of the library; whatever it gives is listed in it, so it lies inside."""

    def __init__(self, path: str, prefix: str = "") -> None:
        self.path = path
        self.prefix = prefix

    def entries(self) -> Iterator[tuple[str, DirEntry[str]]]:
        """Yield the entries, each with its path in the library."""
        with scandir(self.path) as listing:
            for entry in listing:
                yield self.prefix + entry.name, entry

    def search(self, wanted: str, *further: str) -> set[str]:
        """Return the files that match the segments of a pattern."""
        if wanted == "**" and further:
            found = self.search(*further)
            for name, entry in self.entries():
                if entry.is_dir(follow_symlinks=False):
                    found |= Folder(entry.path, f"{name}/").search(wanted, *further)
            return found
        fits = re.compile(translate(wanted)).match
        hits = [(name, entry) for name, entry in self.entries() if fits(entry.name)]
        if not further:
            return {name for name, entry in hits if entry.is_file()}
        below = [Folder(entry.path, f"{name}/") for name, entry in hits if entry.is_dir()]
        return set().union(*(folder.search(*further) for folder in below))


def find_scores(library: Path, pattern: str) -> list[str]:
    """Return the files below the library that match the pattern, sorted."""
    if not pattern:
        raise ValueError("a pattern is needed")
    return sorted(Folder(str(library)).search(*pattern.split("/")))
