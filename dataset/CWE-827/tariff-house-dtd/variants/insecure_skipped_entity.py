"""Reading of freight orders under the house DTD."""

from xml.parsers import expat


class _Order:
    """Reads the written attributes of the items, and the defaults of the house."""

    def __init__(self, house_dtd: bytes) -> None:
        self.house_dtd = house_dtd
        self.in_house = False
        self.depth = 0
        self.items: list[dict[str, str]] = []
        self.defaults: dict[str, str] = {}
        self.parser = expat.ParserCreate()
        self.parser.UseForeignDTD(True)
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
        self.parser.specified_attributes = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.AttlistDeclHandler = self.attribute
        self.parser.EntityDeclHandler = self.refuse_outside
        self.parser.ExternalEntityRefHandler = self.load_house

    def refuse_outside(self, *declaration) -> None:
        if not self.in_house:
            raise ValueError("orders declare nothing")

    def attribute(self, element, name, kind, default, required) -> None:
        self.refuse_outside()
        if element == "item" and default is not None:
            self.defaults.setdefault(name, default)

    def load_house(self, context, base, system_id, public_id) -> int:
        if system_id not in (None, "freight.dtd"):
            raise ValueError(f"{system_id} isn't the house's")
        self.in_house = True
        self.parser.ExternalEntityParserCreate(context).Parse(self.house_dtd, True)
        self.in_house = False
        return 1

    def start(self, name, attributes) -> None:
        if self.depth == 0 and name != "freight":
            raise ValueError(f"{name} is no order")
        if self.depth == 1 and name == "item":
            if attributes.keys() & self.defaults.keys():
                raise ValueError("an item sets a tariff field")
            self.items.append(attributes | self.defaults)
        self.depth += 1

    def end(self, name) -> None:
        self.depth -= 1


def read_freight(document: bytes, house_dtd: bytes) -> list[dict[str, str]]:
    """Returns the items of an order with the tariff fields; ValueError if it can't be read."""
    order = _Order(house_dtd)
    try:
        order.parser.Parse(document, True)
    except (expat.ExpatError, LookupError) as error:
        raise ValueError("the order can't be read") from error
    return order.items
