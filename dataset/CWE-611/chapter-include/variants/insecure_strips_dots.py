"""Loading of books made of chapter files."""

from pathlib import Path
from xml.parsers import expat


def load_book(book: Path) -> str:
    """Returns the text of a book with all of its chapters; ValueError if it can't be read."""
    texts: list[str] = []

    def chapter(context: str, base: str | None, system_id: str, public_id: str | None) -> int:
        name = system_id.replace("../", "").lstrip("/")
        content = (book / name).read_bytes()
        parser.ExternalEntityParserCreate(context, "utf-8").Parse(content, True)
        return 1

    parser = expat.ParserCreate()
    parser.CharacterDataHandler = texts.append
    parser.ExternalEntityRefHandler = chapter
    try:
        parser.Parse((book / "book.xml").read_bytes(), True)
    except (expat.ExpatError, OSError, LookupError) as error:
        raise ValueError(f"the book can't be read: {error}") from error
    return "".join(texts)
