"""Articles of an encyclopedia."""

import re
import xml.etree.ElementTree as ET

MAX_BYTES = 500_000
DECLARATION = re.compile(rb"<!ENTITY\s+([^\s%]+)\s+(?:\"([^\"]*)\"|'([^']*)')")
REFERENCE = re.compile(rb"&(?:#38;|#x26;)?([^#;&]+);")


def _expanded_length(document: bytes) -> int:
    """Returns how long the document is with all of its abbreviations expanded."""
    lengths: dict[bytes, int] = {}

    def length_of(text: bytes, depth: int = 0) -> int:
        if depth > 100:
            raise ValueError("abbreviations are nested too deeply")
        length = len(REFERENCE.sub(b"", text))
        for name in REFERENCE.findall(text):
            if name not in lengths:
                lengths[name] = length_of(values.get(name, b""), depth + 1)
            length += lengths[name]
        return length

    values = {name: first or second for name, first, second in DECLARATION.findall(document)}
    return length_of(DECLARATION.sub(b"", document))


def read_article(document: bytes) -> dict[str, str]:
    """Reads an article; a document that is too long or no article raises ValueError."""
    if len(document) > MAX_BYTES or _expanded_length(document) > MAX_BYTES:
        raise ValueError("the document is too long")
    try:
        article = ET.fromstring(document)
    except (ET.ParseError, LookupError) as error:
        raise ValueError("not well-formed") from error
    if article.tag != "article" or "title" not in article.attrib:
        raise ValueError("not an article")
    return {"title": article.attrib["title"], "text": "".join(article.itertext())}
