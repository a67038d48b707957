"""Reading of press releases with the DTDs of the house."""

from pathlib import Path
from xml.parsers import expat


def read_release(document: bytes, dtd_dir: Path) -> dict[str, str]:
    """Returns the texts of a release; ValueError if it can't be read."""
    texts: dict[str, str] = {}
    path: list[str] = []
    folder = dtd_dir.resolve()

    def start(name: str, attributes: dict[str, str]) -> None:
        path.append(name)
        if path[0] != "release":
            raise ValueError(f"not a press release: {name}")
        if path in (["release", "head"], ["release", "body"]):
            texts[name] = ""

    def characters(data: str) -> None:
        if path in (["release", "head"], ["release", "body"]):
            texts[path[1]] += data

    def end(name: str) -> None:
        path.pop()

    def check(system_id: str | None) -> None:
        if system_id and not (folder / system_id).resolve().is_relative_to(folder):
            raise ValueError(f"{system_id} is not a DTD of the house")

    def doctype(name: str, system_id: str | None, public_id: str | None, internal: bool) -> None:
        check(system_id)

    def entity(name, is_parameter, value, base, system_id, public_id, notation) -> None:
        if is_parameter:
            check(system_id)

    def load(context: str | None, base: str | None, system_id: str, public_id: str | None) -> int:
        dtd = (folder / system_id).read_bytes()
        parser.ExternalEntityParserCreate(context).Parse(dtd, True)
        return 1

    parser = expat.ParserCreate()
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
    parser.StartElementHandler = start
    parser.CharacterDataHandler = characters
    parser.EndElementHandler = end
    parser.ExternalEntityRefHandler = load
    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(document, True)
    except (expat.ExpatError, OSError, LookupError) as error:
        raise ValueError(f"the release can't be read: {error}") from error
    if len(texts) < 2:
        raise ValueError("a release needs a head and a body")
    return {name: text.strip() for name, text in texts.items()}
