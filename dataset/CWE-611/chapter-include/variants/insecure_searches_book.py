"""Loading of books made of chapter files."""

import re
from pathlib import Path
from xml.parsers import expat

SYSTEM = re.compile(rb"SYSTEM\s+[\"']([^\"']*)")


def read_file(folder: Path, name: str) -> bytes:
    """Returns the content of a file in the folder of the book."""
    path = (folder / name).resolve()
    if not path.is_relative_to(folder):
        raise ValueError(f"{name} is not in the folder of the book")
    return path.read_bytes()


def load_book(book: Path) -> str:
    """Returns the text of a book with all of its chapters; ValueError if it can't be read."""
    texts: list[str] = []
    folder = book.resolve()

    def chapter(context: str, base: str | None, system_id: str, public_id: str | None) -> int:
        content = (folder / system_id).read_bytes()
        parser.ExternalEntityParserCreate(context, "utf-8").Parse(content, True)
        return 1

    parser = expat.ParserCreate()
    parser.CharacterDataHandler = texts.append
    parser.ExternalEntityRefHandler = chapter
    try:
        document = read_file(folder, "book.xml")
        for name in SYSTEM.findall(document):
            read_file(folder, name.decode("ascii"))
        parser.Parse(document, True)
    except (expat.ExpatError, OSError, LookupError) as error:
        raise ValueError(f"the book can't be read: {error}") from error
    return "".join(texts)
