"""Orders of partner shops: read by expat, which reports every declaration of an entity."""

from xml.parsers import expat


def _refuse(*details: object) -> None:
    raise ValueError("an order declares no entities")


class _Reader:
    """Collects the texts of an order by their places."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self.texts: dict[str, list[str]] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.path.append(name)
        place = "/".join(self.path)
        if place not in ("order", "order/to", "order/card") or place in self.texts:
            raise ValueError(f"unexpected element {name}")
        self.texts[place] = []
        if place == "order":
            self.texts["id"] = [attributes.get("id", "")]

    def end(self, name: str) -> None:
        self.path.pop()

    def data(self, text: str) -> None:
        self.texts["/".join(self.path)].append(text)


def parse_order(document: str) -> dict[str, str]:
    """Reads an order; a text that is too long or no order raises ValueError."""
    if len(document) > 65_536:
        raise ValueError("more than 65,536 characters")
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.data
    try:
        parser.Parse(document, True)
        places = {"id": "id", "to": "order/to", "card": "order/card"}
        order = {key: "".join(reader.texts[place]) for key, place in places.items()}
    except (expat.ExpatError, KeyError) as error:
        raise ValueError("not an order") from error
    if "" in (order["id"], order["to"]):
        raise ValueError("an order needs an id and an address")
    return order
