"""Reading of invoices with the guild's DTDs: a resolver that knows the catalog only."""

import io
import xml.sax
from xml.sax.handler import ContentHandler, EntityResolver, feature_external_ges
from xml.sax.xmlreader import InputSource


class _Catalog(EntityResolver):
    def __init__(self, catalog: dict[str, bytes]) -> None:
        self.catalog = catalog

    def resolveEntity(self, publicId: str | None, systemId: str) -> InputSource:
        if publicId not in self.catalog:
            raise xml.sax.SAXException(f"{publicId} is not in the catalog")
        source = InputSource()
        source.setByteStream(io.BytesIO(self.catalog[publicId]))
        return source


class _Lines(ContentHandler):
    def __init__(self) -> None:
        super().__init__()
        self.path: list[str] = []
        self.lines: list[dict[str, str]] = []

    def startElement(self, name, attrs):
        self.path.append(name)
        if self.path[0] != "invoice":
            raise xml.sax.SAXException("an invoice was expected")
        if self.path == ["invoice", "line"]:
            self.lines.append(dict(attrs.items()))

    def endElement(self, name):
        self.path.pop()


def read_invoice(document: bytes, catalog: dict[str, bytes]) -> list[dict[str, str]]:
    """Returns the attributes of each line; ValueError if the invoice can't be read."""
    lines = _Lines()
    parser = xml.sax.make_parser()
    parser.setFeature(feature_external_ges, True)
    parser.setEntityResolver(_Catalog(catalog))
    parser.setContentHandler(lines)
    try:
        parser.parse(io.BytesIO(document))
    except (xml.sax.SAXException, LookupError) as error:
        raise ValueError(f"the invoice can't be read: {error}") from error
    return lines.lines
