"""Reading of weather messages."""

from urllib.request import urlopen
from xml.parsers import expat

UNITS = "https://schemas.meteo.test/units.ent"


def parse_observation(document: bytes) -> dict[str, str]:
    """Returns the values of a message; ValueError if it can't be read."""
    values: dict[str, str] = {}
    path: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        path.append(name)
        if path[0] != "obs":
            raise ValueError(f"not an observation: {path[0]}")
        if len(path) == 2:
            values[name] = ""

    def text(data: str) -> None:
        if len(path) == 2:
            values[path[1]] += data

    def end(name: str) -> None:
        path.pop()

    def external(context: str, base: str | None, system_id: str, public_id: str | None) -> int:
        if UNITS not in system_id:
            raise ValueError(f"{system_id} is not allowed")
        with urlopen(system_id) as response:
            content = response.read()
        parser.ExternalEntityParserCreate(context, "utf-8").Parse(content, True)
        return 1

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.CharacterDataHandler = text
    parser.EndElementHandler = end
    parser.ExternalEntityRefHandler = external
    try:
        parser.Parse(document, True)
    except (expat.ExpatError, OSError, LookupError) as error:
        raise ValueError("the message can't be read") from error
    return {name: value.strip() for name, value in values.items()}
