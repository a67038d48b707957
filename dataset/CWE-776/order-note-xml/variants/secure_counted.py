"""Orders of partner shops: declared entities are allowed, the length of the texts is limited."""

import xml.etree.ElementTree as ET

MAX_LENGTH = 65_536


class _Limited(ET.TreeBuilder):
    """Builds a tree and counts its characters on the way."""

    def __init__(self) -> None:
        super().__init__()
        self.left = MAX_LENGTH

    def _count(self, *texts: str) -> None:
        self.left -= sum(map(len, texts))
        if self.left < 0:
            raise ValueError("the texts are too long")

    def data(self, data: str) -> None:
        self._count(data)
        super().data(data)

    def start(self, tag: str, attrs: dict[str, str]) -> ET.Element:
        self._count(*attrs.values())
        return super().start(tag, attrs)


def parse_order(document: str) -> dict[str, str]:
    """Reads an order; a text that is too long or no order raises ValueError."""
    if len(document) > MAX_LENGTH:
        raise ValueError("the document is too long")
    parser = ET.XMLParser(target=_Limited())
    try:
        parser.feed(document)
        order = parser.close()
    except ET.ParseError as error:
        raise ValueError("not well-formed") from error
    texts = {child.tag: child.text or "" for child in order}
    if order.tag != "order" or len(list(order.iter())) != 3 or texts.keys() != {"to", "card"}:
        raise ValueError("not an order")
    if not order.get("id") or not texts["to"]:
        raise ValueError("no id or no address")
    return {"id": order.attrib["id"], "to": texts["to"], "card": texts["card"]}
