"""Articles of an encyclopedia."""

import xml.etree.ElementTree as ET

MAX_BYTES = 500_000
MAX_CHARACTERS = 100_000


def read_article(document: bytes) -> dict[str, str]:
    """Reads an article; a document that is too long or no article raises ValueError."""
    if len(document) > MAX_BYTES:
        raise ValueError("the document is too long")
    try:
        article = ET.fromstring(document)
    except (ET.ParseError, LookupError) as error:
        raise ValueError("not well-formed") from error
    if article.tag != "article" or "title" not in article.attrib:
        raise ValueError("not an article")
    texts, length = [], 0
    for text in article.itertext():
        length += len(text)
        if length > MAX_CHARACTERS:
            raise ValueError("the article is too long")
        texts.append(text)
    return {"title": article.attrib["title"], "text": "".join(texts)}
