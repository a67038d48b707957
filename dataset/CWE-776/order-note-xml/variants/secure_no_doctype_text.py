"""Orders of partner shops: the beginning of the text is checked, where a document type would be."""

import re
from xml.dom import minidom
from xml.parsers.expat import ExpatError

# Before the root element there are only blanks, the XML declaration, comments and instructions.
PROLOG = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->)*+<order[\s/>]", re.DOTALL)


def _text(element: minidom.Element) -> str:
    if any(isinstance(node, minidom.Element) for node in element.childNodes):
        raise ValueError(f"{element.tagName} contains text only")
    parts = [node.data for node in element.childNodes if isinstance(node, minidom.Text)]
    return "".join(parts)


def parse_order(document: str) -> dict[str, str]:
    """Reads an order; a text that is too long or no order raises ValueError."""
    if len(document) > 65_536 or PROLOG.match(document) is None:
        raise ValueError("too long, or not an order")
    try:
        root = minidom.parseString(document).documentElement
    except ExpatError as error:
        raise ValueError("not well-formed") from error
    children = [node for node in root.childNodes if isinstance(node, minidom.Element)]
    if sorted(child.tagName for child in children) != ["card", "to"]:
        raise ValueError("an order holds to and card")
    order = {"id": root.getAttribute("id")}
    order |= {child.tagName: _text(child) for child in children}
    if not order["id"] or not order["to"]:
        raise ValueError("the id or the address is empty")
    return order
