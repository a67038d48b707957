"""Reading of invoices with the guild's DTDs."""

from xml.parsers import expat


def read_invoice(document: bytes, catalog: dict[str, bytes]) -> list[dict[str, str]]:
    """Returns the attributes of each line; ValueError if the invoice can't be read.

    Where a DTD comes from is decided by the catalog alone; system identifiers are never used.
    """
    lines: list[dict[str, str]] = []
    path: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        path.append(name)
        if path[0] != "invoice":
            raise ValueError(f"not an invoice: {name}")
        if path == ["invoice", "line"]:
            lines.append(attributes)

    def end(name: str) -> None:
        path.pop()

    def load_dtd(
        context: str | None, base: str | None, system_id: str | None, public_id: str | None
    ) -> int:
        if public_id not in catalog:
            raise ValueError(f"the DTD {public_id} is not in the catalog")
        parser.ExternalEntityParserCreate(context).Parse(catalog[public_id], True)
        return 1

    parser = expat.ParserCreate()
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.ExternalEntityRefHandler = load_dtd
    try:
        parser.Parse(document, True)
    except (expat.ExpatError, LookupError) as error:
        raise ValueError(f"the invoice can't be read: {error}") from error
    return lines
