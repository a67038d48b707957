"""Reading of freight orders under the house DTD."""

from xml.parsers import expat


def _parse(document: bytes, house_dtd: bytes, written: bool) -> tuple[list[dict], set[str]]:
    """Returns the items, with the attributes written or all of them, and the tariff fields."""
    items: list[dict[str, str]] = []
    fields: set[str] = set()
    path: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        path.append(name)
        if path[0] != "freight":
            raise ValueError(f"not a freight order: {name}")
        if path == ["freight", "item"]:
            items.append(attributes)

    def end(name: str) -> None:
        path.pop()

    def attribute(element: str, name: str, kind: str, default: str | None, required: int) -> None:
        if element == "item" and default is not None:
            fields.add(name)

    def doctype(name: str, system_id: str | None, public_id: str | None, internal: bool) -> None:
        # Declarations of the order would come before those of the house, and win.
        if internal or public_id is not None or system_id not in (None, "freight.dtd"):
            raise ValueError("an order has no declarations but the house's")

    def load(
        context: str | None, base: str | None, system_id: str | None, public_id: str | None
    ) -> int:
        parser.ExternalEntityParserCreate(context).Parse(house_dtd, True)
        return 1

    parser = expat.ParserCreate()
    parser.UseForeignDTD(True)
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE)
    parser.specified_attributes = written
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.AttlistDeclHandler = attribute
    parser.ExternalEntityRefHandler = load
    parser.StartDoctypeDeclHandler = doctype
    parser.Parse(document, True)
    return items, fields


def read_freight(document: bytes, house_dtd: bytes) -> list[dict[str, str]]:
    """Returns the items of an order with the tariff fields; ValueError if it can't be read."""
    try:
        written, fields = _parse(document, house_dtd, True)
        if any(fields & item.keys() for item in written):
            raise ValueError("an order doesn't set tariff fields")
        return _parse(document, house_dtd, False)[0]
    except (expat.ExpatError, OSError, LookupError) as error:
        raise ValueError(f"the order can't be read: {error}") from error
