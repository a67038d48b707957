"""Reading of weather messages: SAX with a table of the texts that entities can stand for."""

import io
import urllib.request
import xml.sax
from collections.abc import Callable
from xml.sax.handler import ContentHandler, EntityResolver, feature_external_ges
from xml.sax.xmlreader import InputSource


def _units() -> bytes:
    with urllib.request.urlopen("https://schemas.meteo.test/units.ent") as response:
        return response.read()


SHARED: dict[str, Callable[[], bytes]] = {"https://schemas.meteo.test/units.ent": _units}


class _Resolver(EntityResolver):
    def resolveEntity(self, publicId: str | None, systemId: str) -> InputSource:
        if systemId not in SHARED:
            raise xml.sax.SAXException(f"unknown entity {systemId}")
        source = InputSource()
        source.setByteStream(io.BytesIO(SHARED[systemId]()))
        source.setEncoding("utf-8")
        return source


class _Observation(ContentHandler):
    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.name = ""
        self.values: dict[str, str] = {}

    def startElement(self, name, attrs):
        self.depth += 1
        if self.depth == 1 and name != "obs":
            raise xml.sax.SAXException(f"{name} instead of obs")
        if self.depth == 2:
            self.name = name
            self.values[name] = ""

    def characters(self, content):
        if self.depth == 2:
            self.values[self.name] += content

    def endElement(self, name):
        self.depth -= 1


def parse_observation(document: bytes) -> dict[str, str]:
    """Returns the values of a message; ValueError if it can't be read."""
    observation = _Observation()
    parser = xml.sax.make_parser()
    parser.setFeature(feature_external_ges, True)
    parser.setEntityResolver(_Resolver())
    parser.setContentHandler(observation)
    try:
        parser.parse(io.BytesIO(document))
    except (xml.sax.SAXException, OSError, LookupError) as error:
        raise ValueError(f"the message can't be read: {error}") from error
    return {name: text.strip() for name, text in observation.values.items()}
