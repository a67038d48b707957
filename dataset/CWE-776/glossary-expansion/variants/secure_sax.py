"""Articles of an encyclopedia: read by SAX."""

import xml.sax
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl


class _Handler(ContentHandler):
    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit
        self.depth = 0
        self.title = ""
        self.pieces: list[str] = []

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        self.depth += 1
        if self.depth > 1:
            return
        if name != "article" or "title" not in attrs:
            raise ValueError("the root is an article with a title")
        self.title = attrs["title"]
        self.limit -= len(self.title)
        self.characters("")

    def endElement(self, name: str) -> None:  # noqa: N802
        self.depth -= 1

    def characters(self, content: str) -> None:
        self.limit -= len(content)
        if self.limit < 0:
            raise ValueError("longer than the editors allow")
        self.pieces.append(content)


def read_article(document: bytes) -> dict[str, str]:
    """Reads an article; a document that is too long or no article raises ValueError."""
    if len(document) > 500_000:
        raise ValueError("longer than 500,000 bytes")
    handler = _Handler(limit=100_000)
    try:
        xml.sax.parseString(document, handler)
    except (xml.sax.SAXException, LookupError) as error:
        raise ValueError("not well-formed") from error
    return {"title": handler.title, "text": "".join(handler.pieces)}
