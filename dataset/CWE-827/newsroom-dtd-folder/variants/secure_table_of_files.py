"""Reading of press releases with the DTDs of the house: a table of the files that there are."""

from pathlib import Path
from xml.parsers.expat import XML_PARAM_ENTITY_PARSING_ALWAYS, ExpatError, ParserCreate


class _Release:
    """Reads one release; files are loaded from the table only."""

    def __init__(self, files: dict[str, Path]) -> None:
        self.files = files
        self.path: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.parsers = [ParserCreate()]
        parser = self.parsers[0]
        parser.SetParamEntityParsing(XML_PARAM_ENTITY_PARSING_ALWAYS)
        parser.ExternalEntityRefHandler = self.load
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters

    def load(self, context, base, system_id, public_id) -> int:
        if system_id not in self.files:
            raise ValueError(f"the house has no DTD {system_id!r}")
        self.parsers.append(self.parsers[-1].ExternalEntityParserCreate(context))
        self.parsers[-1].Parse(self.files[system_id].read_bytes(), True)
        self.parsers.pop()
        return 1

    def start(self, name, attributes) -> None:
        self.path.append(name)
        if len(self.path) == 2:
            self.texts[name] = []

    def end(self, name) -> None:
        if self.path.pop() != "release" and not self.path:
            raise ValueError(f"{name} is not a release")

    def characters(self, data) -> None:
        if len(self.path) == 2:
            self.texts[self.path[1]].append(data)


def read_release(document: bytes, dtd_dir: Path) -> dict[str, str]:
    """Returns the texts of a release; ValueError if it can't be read."""
    paths = [path for path in dtd_dir.rglob("*") if path.is_file()]
    release = _Release({path.relative_to(dtd_dir).as_posix(): path for path in paths})
    try:
        release.parsers[0].Parse(document, True)
        return {name: "".join(release.texts[name]).strip() for name in ("head", "body")}
    except (ExpatError, LookupError) as error:
        raise ValueError("the release can't be read") from error
