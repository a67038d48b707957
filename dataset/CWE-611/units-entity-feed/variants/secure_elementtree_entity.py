"""Reading of weather messages: the declarations first, then ElementTree, which fetches nothing."""

import urllib.request
import xml.etree.ElementTree as ET
from xml.parsers import expat

UNITS = "https://schemas.meteo.test/units.ent"


def _names_of_units(document: bytes) -> list[str]:
    """The names of the shared entity if a message uses it; it can't declare other external ones."""
    names: list[str] = []
    uses: list[str] = []

    def declaration(name, is_parameter, value, base, system_id, public_id, notation):
        if value is not None:
            return
        if is_parameter or notation is not None or system_id != UNITS:
            raise ValueError(f"the entity {name} is not the shared one")
        names.append(name)

    def reference(context, base, system_id, public_id):
        uses.append(system_id)
        return 1

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = declaration
    parser.ExternalEntityRefHandler = reference
    parser.Parse(document, True)
    return names if uses else []


def _fetch() -> str:
    with urllib.request.urlopen(UNITS) as response:
        return response.read().decode("utf-8")


def parse_observation(document: bytes) -> dict[str, str]:
    """Returns the values of a message; ValueError if it can't be read."""
    try:
        parser = ET.XMLParser()
        names = _names_of_units(document)
        if names:
            parser.entity.update(dict.fromkeys(names, _fetch()))
        root = ET.fromstring(document, parser)
    except (expat.ExpatError, ET.ParseError, OSError, LookupError) as error:
        raise ValueError("cannot read the message") from error
    if root.tag != "obs":
        raise ValueError("an observation was expected")
    return {child.tag: (child.text or "").strip() for child in root}
