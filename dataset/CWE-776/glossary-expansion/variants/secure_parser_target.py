"""Articles of an encyclopedia: read by a target of ElementTree's parser that builds no tree."""

import io
import xml.etree.ElementTree as ET

MAX_BYTES = 500_000
MAX_CHARACTERS = 100_000


class _Target:
    """Writes the texts into buffers until they are full."""

    def __init__(self) -> None:
        self.root = ""
        self.attributes: dict[str, str] = {}
        self.text = io.StringIO()
        self.room = MAX_CHARACTERS

    def take(self, length: int) -> None:
        if length > self.room:
            raise ValueError("no room left")
        self.room -= length

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        for value in attributes.values():
            self.take(len(value) if not self.root else 0)
        if not self.root:
            self.root, self.attributes = tag, attributes

    def data(self, data: str) -> None:
        self.take(len(data))
        self.text.write(data)

    def close(self) -> dict[str, str]:
        if self.root != "article":
            raise ValueError("the root is no article")
        if "title" not in self.attributes:
            raise ValueError("the article has no title")
        return {"title": self.attributes["title"], "text": self.text.getvalue()}


def read_article(document: bytes) -> dict[str, str]:
    """Reads an article; a document that is too long or no article raises ValueError."""
    if len(document) > MAX_BYTES:
        raise ValueError("too many bytes")
    parser = ET.XMLParser(target=_Target())
    try:
        parser.feed(document)
        return parser.close()
    except (ET.ParseError, LookupError) as error:
        raise ValueError("not well-formed") from error
