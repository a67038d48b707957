"""Reading of press releases with the DTDs of the house: SAX, and plain names of files only."""

import io
import re
import xml.sax
from pathlib import Path
from xml.sax.handler import ContentHandler, EntityResolver, feature_external_ges
from xml.sax.xmlreader import InputSource

# No part of a path is empty or begins with a dot.
NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*")


class _HouseDtds(EntityResolver):
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def resolveEntity(self, publicId: str | None, systemId: str) -> InputSource:
        if NAME.fullmatch(systemId) is None:
            raise xml.sax.SAXException(f"no DTD can be called {systemId!r}")
        source = InputSource()
        source.setByteStream(io.BytesIO((self.folder / systemId).read_bytes()))
        return source


class _Texts(ContentHandler):
    def __init__(self) -> None:
        super().__init__()
        self.path: list[str] = []
        self.texts: dict[str, str] = {}

    def startElement(self, name, attrs):
        self.path.append(name)
        if self.path[0] != "release":
            raise xml.sax.SAXException("a release was expected")
        if len(self.path) == 2 and name in ("head", "body"):
            self.texts[name] = ""

    def characters(self, content):
        if len(self.path) == 2 and self.path[1] in self.texts:
            self.texts[self.path[1]] += content

    def endElement(self, name):
        self.path.pop()


def read_release(document: bytes, dtd_dir: Path) -> dict[str, str]:
    """Returns the texts of a release; ValueError if it can't be read."""
    handler = _Texts()
    parser = xml.sax.make_parser()
    parser.setFeature(feature_external_ges, True)
    parser.setEntityResolver(_HouseDtds(dtd_dir))
    parser.setContentHandler(handler)
    try:
        parser.parse(io.BytesIO(document))
    except (xml.sax.SAXException, OSError, LookupError) as error:
        raise ValueError(f"the release can't be read: {error}") from error
    if len(handler.texts) != 2:
        raise ValueError("head or body is missing")
    return {name: text.strip() for name, text in handler.texts.items()}
