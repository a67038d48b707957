"""Articles of an encyclopedia."""

import xml.etree.ElementTree as ET

MAX_BYTES = 500_000
MAX_GROWTH = 100


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
    title, text = article.attrib["title"], "".join(article.itertext())
    if len(title) + len(text) > MAX_GROWTH * len(document):
        raise ValueError("the abbreviations grow too much")
    return {"title": title, "text": text}
