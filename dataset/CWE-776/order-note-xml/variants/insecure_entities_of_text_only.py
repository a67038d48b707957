"""Orders of partner shops."""

import xml.etree.ElementTree as ET
from xml.parsers import expat

MAX_LENGTH = 65_536


def _no_references(_name: str, _parameter: bool, value: str | None, *_others: object) -> None:
    """Let an order declare texts, but none that is made of others."""
    if value is None or "&" in value:
        raise ValueError("an entity is made of others")


def parse_order(document: str) -> dict[str, str]:
    """Reads an order; a text that is too long or no order raises ValueError."""
    if len(document) > MAX_LENGTH:
        raise ValueError("the document is too long")
    checker = expat.ParserCreate()
    checker.EntityDeclHandler = _no_references
    try:
        checker.Parse(document, True)
        order = ET.fromstring(document)
    except (expat.ExpatError, ET.ParseError) as error:
        raise ValueError("not well-formed") from error
    if order.tag != "order" or sorted(child.tag for child in order) != ["card", "to"]:
        raise ValueError("not an order")
    if any(len(child) for child in order):
        raise ValueError("an element in a text")
    result = {
        "id": order.get("id", ""),
        "to": order.findtext("to", ""),
        "card": order.findtext("card", ""),
    }
    if not result["id"] or not result["to"]:
        raise ValueError("the id or the address is missing")
    return result
