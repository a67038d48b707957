"""Reading of invoices with the guild's DTDs: the DTD is chosen before the invoice is parsed."""

from xml.parsers import expat


def _find_dtd(document: bytes, catalog: dict[str, bytes]) -> bytes:
    """The text of the invoice's DTD; an invoice with declarations of its own is refused."""
    found = [b""]

    def doctype(name, system_id, public_id, has_internal_subset):
        if has_internal_subset:
            raise ValueError("an invoice declares nothing itself")
        if system_id is not None:
            if public_id not in catalog:
                raise ValueError(f"unknown DTD {public_id}")
            found.append(catalog[public_id])

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = doctype
    parser.Parse(document, True)
    return found[-1]


class _Reader:
    def __init__(self, dtd: bytes) -> None:
        self.dtd = dtd
        self.depth = 0
        self.lines: list[dict[str, str]] = []
        self.parser = expat.ParserCreate()
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
        self.parser.ExternalEntityRefHandler = self.insert_dtd
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end

    def insert_dtd(self, context, *identifiers) -> int:
        # The document declares nothing, so this can only be its external DTD.
        self.parser.ExternalEntityParserCreate(context).Parse(self.dtd, True)
        return 1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self.depth == 0 and name != "invoice":
            raise ValueError(f"{name} is not an invoice")
        if self.depth == 1 and name == "line":
            self.lines.append(attributes)
        self.depth += 1

    def end(self, name: str) -> None:
        self.depth -= 1


def read_invoice(document: bytes, catalog: dict[str, bytes]) -> list[dict[str, str]]:
    """Returns the attributes of each line; ValueError if the invoice can't be read."""
    try:
        reader = _Reader(_find_dtd(document, catalog))
        reader.parser.Parse(document, True)
    except (expat.ExpatError, LookupError) as error:
        raise ValueError("cannot read the invoice") from error
    return reader.lines
