"""Articles of an encyclopedia: measured when they are read, as expat limits what it expands to."""

from xml.parsers import expat

MAX_BYTES = 500_000
MAX_CHARACTERS = 100_000

if expat.version_info < (2, 4, 1):
    raise RuntimeError("this version of expat has no limit for the expansion of entities")


def read_article(document: bytes) -> dict[str, str]:
    """Reads an article; a document that is too long or no article raises ValueError."""
    if len(document) > MAX_BYTES:
        raise ValueError("the document is too long")
    roots: list[tuple[str, dict[str, str]]] = []
    texts: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        roots.append((name, attributes))
        parser.StartElementHandler = None

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.CharacterDataHandler = texts.append
    try:
        parser.Parse(document, True)
    except (expat.ExpatError, LookupError) as error:
        raise ValueError("not well-formed") from error
    (name, attributes), text = roots[0], "".join(texts)
    if name != "article" or "title" not in attributes:
        raise ValueError("not an article")
    if len(attributes["title"]) + len(text) > MAX_CHARACTERS:
        raise ValueError("the article is too long")
    return {"title": attributes["title"], "text": text}
