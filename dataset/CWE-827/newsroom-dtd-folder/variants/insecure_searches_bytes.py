"""Reading of press releases with the DTDs of the house."""

import re
from pathlib import Path
from xml.parsers import expat

SYSTEM = re.compile(rb"(?:SYSTEM|PUBLIC\s+(?:'[^']*'|\"[^\"]*\"))\s+['\"]([^'\"]*)")


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

    def load(context: str | None, base: str | None, system_id: str, public_id: str | None) -> int:
        dtd = (folder / system_id).read_bytes()
        parser.ExternalEntityParserCreate(context).Parse(dtd, True)
        return 1

    for name in SYSTEM.findall(document):
        if not (folder / name.decode("latin-1")).resolve().is_relative_to(folder):
            raise ValueError(f"{name!r} is not a DTD of the house")
    parser = expat.ParserCreate()
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
    parser.StartElementHandler = start
    parser.CharacterDataHandler = characters
    parser.EndElementHandler = end
    parser.ExternalEntityRefHandler = load
    try:
        parser.Parse(document, True)
    except (expat.ExpatError, OSError, LookupError) as error:
        raise ValueError(f"the release can't be read: {error}") from error
    if len(texts) < 2:
        raise ValueError("a release needs a head and a body")
    return {name: text.strip() for name, text in texts.items()}
