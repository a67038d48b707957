"""Reading of freight orders: the order's document type is replaced by the house's."""

import re
from xml.parsers import expat

BEGINNING = re.compile(
    r"""\ufeff?(?:<\?xml\s[^<>]*\?>)?\s*
    (?:<!DOCTYPE\s+freight(?:\s+SYSTEM\s+(?:'freight\.dtd'|"freight\.dtd"))?\s*>)?""",
    re.VERBOSE,
)


def _items(order: str, house_dtd: bytes, written: bool) -> list[dict[str, str]]:
    """The attributes of the items: those written in the order, or all."""
    items: list[dict[str, str]] = []
    parents: list[str] = []

    def start(name, attributes):
        if not parents and name != "freight":
            raise ValueError("the root must be freight")
        if parents == ["freight"] and name == "item":
            items.append(attributes)
        parents.append(name)

    def house(context, *identifiers):
        return parser.ExternalEntityParserCreate(context, "utf-8").Parse(house_dtd, True)

    parser = expat.ParserCreate("utf-8")
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
    parser.specified_attributes = written
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: parents.pop()
    parser.ExternalEntityRefHandler = house
    parser.Parse("<!DOCTYPE freight SYSTEM 'freight.dtd'>" + order, True)
    return items


def read_freight(document: bytes, house_dtd: bytes) -> list[dict[str, str]]:
    """Returns the items of an order with the tariff fields; ValueError if it can't be read."""
    wide = document.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = document.decode("utf-16" if wide else "utf-8")
    # A second document type in the rest isn't well-formed behind the house's.
    order = text[BEGINNING.match(text).end() :]
    try:
        tariff = _items("<freight><item/></freight>", house_dtd, False)[0]
        items = _items(order, house_dtd, True)
    except expat.ExpatError as error:
        raise ValueError("not well-formed") from error
    if any(item.keys() & tariff.keys() for item in items):
        raise ValueError("tariff fields are the house's")
    return [item | tariff for item in items]
