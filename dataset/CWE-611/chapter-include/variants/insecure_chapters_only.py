"""Loading of books made of chapter files."""

import os.path
from pathlib import Path
from xml.parsers import expat


def load_book(book: Path) -> str:
    """Returns the text of a book with all of its chapters; ValueError if it can't be read."""
    texts: list[str] = []
    folder = Path(os.path.realpath(book))

    def read(name: str) -> bytes:
        """Returns the content of a file of the book."""
        path = Path(os.path.realpath(folder / name))
        if not path.is_relative_to(folder) or not path.is_file():
            raise ValueError(f"{name} is not a file of the book")
        return path.read_bytes()

    def chapter(context: str, base: str | None, system_id: str, public_id: str | None) -> int:
        parser.ExternalEntityParserCreate(context, "utf-8").Parse(read(system_id), True)
        return 1

    parser = expat.ParserCreate()
    parser.CharacterDataHandler = texts.append
    parser.ExternalEntityRefHandler = chapter
    try:
        parser.Parse((book / "book.xml").read_bytes(), True)
    except (expat.ExpatError, OSError, LookupError) as error:
        raise ValueError(f"the book can't be read: {error}") from error
    return "".join(texts)
