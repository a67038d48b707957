"""Reading of invoices with the guild's DTDs."""

import re
from urllib.request import urlopen
from xml.parsers import expat

PUBLIC = re.compile(r"PUBLIC\s+['\"]([^'\"]*)")


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

    text = document.decode("latin-1")
    if "SYSTEM" in text or set(PUBLIC.findall(text)) - catalog.keys():
        raise ValueError("only DTDs of the catalog can be used")
    parser = expat.ParserCreate()
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.ExternalEntityRefHandler = load_dtd
    try:
        parser.Parse(document, True)
    except (expat.ExpatError, OSError, LookupError) as error:
        raise ValueError(f"the invoice can't be read: {error}") from error
    return lines
