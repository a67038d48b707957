"""Loading of books made of chapter files: only files that the folder is seen to contain."""

import os
from pathlib import Path
from xml.parsers import expat


def _files_of(book: Path) -> dict[str, Path]:
    """The regular files of a book by their paths from its folder; links don't count."""
    files = {}
    for folder, _, names in os.walk(book, followlinks=False):
        for name in names:
            path = Path(folder, name)
            if path.is_file() and not path.is_symlink():
                files[path.relative_to(book).as_posix()] = path
    return files


class _Reader:
    """Reads one book, file by file."""

    def __init__(self, files: dict[str, Path]) -> None:
        self.files = files
        self.texts: list[str] = []
        self.parsers = [expat.ParserCreate()]
        self.parsers[0].CharacterDataHandler = self.texts.append
        self.parsers[0].ExternalEntityRefHandler = self.chapter

    def chapter(self, context, base, system_id, public_id) -> int:
        self.parsers.append(self.parsers[-1].ExternalEntityParserCreate(context))
        self.read(system_id)
        self.parsers.pop()
        return 1

    def read(self, name: str) -> None:
        if name not in self.files:
            raise ValueError(f"the book has no file {name!r}")
        self.parsers[-1].Parse(self.files[name].read_bytes(), True)


def load_book(book: Path) -> str:
    """Returns the text of a book with all of its chapters; ValueError if it can't be read."""
    reader = _Reader(_files_of(book))
    try:
        reader.read("book.xml")
    except (expat.ExpatError, LookupError) as error:
        raise ValueError("not well-formed") from error
    return "".join(reader.texts)
