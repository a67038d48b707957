"""Orders of partner shops."""

import re
import xml.etree.ElementTree as ET

MAX_LENGTH = 65_536
MAX_REFERENCES = 20
DOCTYPE = re.compile(r"<!DOCTYPE.*?\]\s*>", re.DOTALL)


def parse_order(document: str) -> dict[str, str]:
    """Reads an order; a text that is too long or no order raises ValueError."""
    if len(document) > MAX_LENGTH:
        raise ValueError("the document is too long")
    doctype = DOCTYPE.search(document)
    if doctype and doctype[0].count("&") > MAX_REFERENCES:
        raise ValueError("the document declares too much")
    try:
        order = ET.fromstring(document)
    except ET.ParseError as error:
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
