"""Articles of an encyclopedia."""

import re
from xml.parsers import expat

MAX_BYTES = 500_000
MAX_CHARACTERS = 100_000
REFERENCE = re.compile(r"&([^#;&]+);")


def _check(entities: dict[str, str]) -> None:
    """Raises ValueError if an abbreviation is too long when it is expanded."""
    lengths: dict[str, int] = {}

    def length_of(name: str, above: tuple[str, ...]) -> int:
        if name in above or len(above) > 100:
            raise ValueError("an abbreviation uses itself")
        if name not in lengths:
            value = entities.get(name, "")
            used = [length_of(other, (*above, name)) for other in REFERENCE.findall(value)]
            lengths[name] = len(REFERENCE.sub("", value)) + sum(used)
        return lengths[name]

    if any(length_of(name, ()) > MAX_CHARACTERS for name in entities):
        raise ValueError("an abbreviation is too long")


def read_article(document: bytes) -> dict[str, str]:
    """Reads an article; a document that is too long or no article raises ValueError."""
    if len(document) > MAX_BYTES:
        raise ValueError("the document is too long")
    roots: list[tuple[str, dict[str, str]]] = []
    texts: list[str] = []
    entities: dict[str, str] = {}

    def declare(name: str, is_parameter: bool, value: str | None, *details: object) -> None:
        entities.setdefault(name, value or "")

    def start(name: str, attributes: dict[str, str]) -> None:
        roots.append((name, attributes))

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = declare
    parser.EndDoctypeDeclHandler = lambda: _check(entities)
    parser.StartElementHandler = start
    parser.CharacterDataHandler = texts.append
    try:
        parser.Parse(document, True)
    except (expat.ExpatError, LookupError) as error:
        raise ValueError("not well-formed") from error
    name, attributes = roots[0]
    if name != "article" or "title" not in attributes:
        raise ValueError("not an article")
    return {"title": attributes["title"], "text": "".join(texts)}
