"""Loading of books made of chapter files: plain names only, and no links on the way."""

import re
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

# Parts that begin with a letter, a digit, "-" or "_" are neither empty nor "..".
NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*")


def _content(book: Path, name: str) -> bytes:
    if not NAME.fullmatch(name):
        raise ValueError(f"{name!r} is not the path of a chapter")
    path = book
    try:
        for part in name.split("/"):
            path = path / part
            if path.is_symlink():
                raise ValueError(f"{name!r} leads through a link")
        return path.read_bytes()
    except OSError as error:
        raise ValueError(f"{name!r} can't be read") from error


def _parse(parser: XMLParserType, book: Path, name: str, texts: list[str]) -> None:
    """Parses one file; each chapter in it is parsed where the reference to it stands."""

    def chapter(context: str, base: str | None, system_id: str, public_id: str | None) -> int:
        _parse(parser.ExternalEntityParserCreate(context), book, system_id, texts)
        return 1

    parser.CharacterDataHandler = texts.append
    parser.ExternalEntityRefHandler = chapter
    parser.Parse(_content(book, name), True)


def load_book(book: Path) -> str:
    """Returns the text of a book with all of its chapters; ValueError if it can't be read."""
    texts: list[str] = []
    try:
        _parse(ParserCreate(), book, "book.xml", texts)
    except (ExpatError, LookupError) as error:
        raise ValueError("not well-formed") from error
    return "".join(texts)
