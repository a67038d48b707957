"""Reading of weather messages."""

import io
import re
import xml.sax
from xml.sax.handler import ContentHandler, feature_external_ges

UNITS = "https://schemas.meteo.test/units.ent"
EXTERNAL = re.compile(r"(?:SYSTEM|PUBLIC\s+(?:'[^']*'|\"[^\"]*\"))\s+['\"]([^'\"]*)")


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
    text = document.decode("latin-1").replace("\0", "")
    if any(address != UNITS for address in EXTERNAL.findall(text)):
        raise ValueError("only the shared entity can be fetched")
    observation = _Observation()
    parser = xml.sax.make_parser()
    parser.setFeature(feature_external_ges, True)
    parser.setContentHandler(observation)
    try:
        parser.parse(io.BytesIO(document))
    except (xml.sax.SAXException, OSError, ValueError) as error:
        raise ValueError(f"the message can't be read: {error}") from error
    return {name: text.strip() for name, text in observation.values.items()}
