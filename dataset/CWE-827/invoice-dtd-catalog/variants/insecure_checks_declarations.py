"""Reading of invoices with the guild's DTDs."""

from urllib.request import urlopen
from xml.parsers import expat


def read_invoice(document: bytes, catalog: dict[str, bytes]) -> list[dict[str, str]]:
    """Returns the attributes of each line; ValueError if the invoice can't be read."""
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

    def doctype(name: str, system_id: str | None, public_id: str | None, internal: bool) -> None:
        if system_id is not None and public_id not in catalog:
            raise ValueError(f"the DTD {public_id} is not available")

    def entity(name, is_parameter, value, base, system_id, public_id, notation) -> None:
        if is_parameter and system_id is not None and public_id not in catalog:
            raise ValueError(f"the DTD {public_id} is not available")

    def load_dtd(
        context: str | None, base: str | None, system_id: str | None, public_id: str | None
    ) -> int:
        if public_id in catalog:
            dtd = catalog[public_id]
        else:
            with urlopen(system_id) as response:
                dtd = response.read()
        parser.ExternalEntityParserCreate(context).Parse(dtd, True)
        return 1

    parser = expat.ParserCreate()
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.ExternalEntityRefHandler = load_dtd
    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(document, True)
    except (expat.ExpatError, OSError, LookupError) as error:
        raise ValueError(f"the invoice can't be read: {error}") from error
    return lines
