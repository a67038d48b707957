import re
from collections.abc import Iterator

NAME = "[A-Za-z][A-Za-z0-9_]*"
PATH = rf"{NAME}(?:\.{NAME})*"
PARTS = re.compile(r"(\{\{.*?(?:\}\}|\Z)|\{%.*?(?:%\}|\Z))", re.DOTALL)
VALUE = re.compile(rf"\{{\{{ *({PATH}) *\}}\}}")
LOOP = re.compile(rf"\{{% *for +({NAME}) +in +({PATH}) *%\}}")
END = re.compile(r"\{% *endfor *%\}")


def look_up(path: str, scope: dict[str, object]) -> object:
    """Return the value at the end of the path; only keys of dicts are looked at."""
    value: object = scope
    for key in path.split("."):
        value = value.get(key, "") if isinstance(value, dict) else ""
    return value


def parse(parts: Iterator[str], inside: bool) -> list[tuple]:
    """Return the nodes up to the end of the loop or of the template."""
    nodes: list[tuple] = []
    for part in parts:
        if match := VALUE.fullmatch(part):
            nodes.append(("value", match[1]))
        elif match := LOOP.fullmatch(part):
            nodes.append(("loop", match[1], match[2], parse(parts, inside=True)))
        elif inside and END.fullmatch(part):
            return nodes
        elif "{{" in part or "{%" in part:
            raise ValueError(f"unexpected {part!r}")
        else:
            nodes.append(("text", part))
    if inside:
        raise ValueError("endfor is missing")
    return nodes


def fill(nodes: list[tuple], scope: dict[str, object]) -> Iterator[str]:
    """Yield the pieces of the finished text."""
    for node in nodes:
        match node:
            case ("text", text):
                yield text
            case ("value", path):
                yield str(look_up(path, scope))
            case ("loop", name, path, body):
                items = look_up(path, scope)
                for item in items if isinstance(items, list) else []:
                    yield from fill(body, {**scope, name: item})


def render(template: str, context: dict[str, object]) -> str:
    """Return the template filled with values of the context, by walking over its parts."""
    return "".join(fill(parse(iter(PARTS.split(template)), inside=False), context))
