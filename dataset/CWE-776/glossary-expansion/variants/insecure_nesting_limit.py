"""Articles of an encyclopedia."""

import re
from xml.parsers import expat

MAX_BYTES = 500_000
MAX_ENTITIES = 200
MAX_NESTING = 4
REFERENCE = re.compile(r"&([^#;&]+);")


def _check(entities: dict[str, str]) -> None:
    """Raises ValueError if there are too many abbreviations, or too deep ones."""
    if len(entities) > MAX_ENTITIES:
        raise ValueError("too many abbreviations")
    names = set(entities)
    for _ in range(MAX_NESTING):
        names = {name for key in names for name in REFERENCE.findall(entities.get(key, ""))}
    if names:
        raise ValueError("the abbreviations are nested too deeply")


def read_article(document: bytes) -> dict[str, str]:
    """Reads an article; a document that is too long or no article raises ValueError."""
    if len(document) > MAX_BYTES:
        raise ValueError("the document is too long")
    roots: list[tuple[str, dict[str, str]]] = []
    texts: list[str] = []
    entities: dict[str, str] = {}

    def declare(name: str, is_parameter: bool, value: str | None, *details: object) -> None:
        entities[name] = value or ""

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
