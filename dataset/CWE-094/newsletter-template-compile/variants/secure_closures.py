import re
from collections.abc import Callable, Mapping

Node = Callable[[Mapping[str, object]], str]
TOKEN = re.compile(
    r"(?P<open>\{\{|\{%)(?P<content>.*?)(?P<close>\}\}|%\})|(?P<text>.+?)(?=\{\{|\{%|\Z)",
    re.DOTALL,
)
NAME = re.compile(r"[A-Za-z]\w*", re.ASCII)


def names(text: str) -> list[str]:
    """Return the names of a path; ValueError if one of them is none."""
    found = text.split(".")
    if not all(NAME.fullmatch(name) for name in found):
        raise ValueError(f"{text!r} isn't a path")
    return found


def getter(text: str) -> Callable[[Mapping[str, object]], object]:
    """Return a function that looks a path up."""
    path = names(text)

    def get(scope: Mapping[str, object]) -> object:
        value: object = scope
        for name in path:
            if not isinstance(value, Mapping) or name not in value:
                return ""
            value = value[name]
        return value

    return get


class Parser:
    """Turns a template into nested functions, from left to right."""

    def __init__(self, template: str) -> None:
        self.tokens = list(TOKEN.finditer(template))
        self.tokens.reverse()

    def block(self, nested: bool = False) -> Node:
        """Read up to the end of a loop, or of the template."""
        nodes: list[Node] = []
        while self.tokens:
            token = self.tokens.pop()
            match token["open"], token["content"], token["close"]:
                case None, _, _:
                    nodes.append(self.text(token["text"]))
                case "{{", content, "}}":
                    value = getter(content.strip(" "))
                    nodes.append(lambda scope, value=value: str(value(scope)))
                case "{%", content, "%}" if content.strip(" ") == "endfor" and nested:
                    nested = False
                    break
                case "{%", content, "%}":
                    nodes.append(self.loop(content.split(" ")))
                case _:
                    raise ValueError("braces don't match")
        if nested:
            raise ValueError("endfor is missing")
        return lambda scope: "".join(node(scope) for node in nodes)

    def text(self, text: str) -> Node:
        """Return a function that gives the text as it is."""
        if text.startswith(("{{", "{%")):
            raise ValueError("braces aren't closed")
        return lambda scope: text

    def loop(self, words: list[str]) -> Node:
        """Read the body of a loop."""
        match [word for word in words if word]:
            case ["for", name, "in", path] if len(names(name)) == 1:
                items, body = getter(path), self.block(nested=True)
            case _:
                raise ValueError("unknown tag")

        def run(scope: Mapping[str, object]) -> str:
            found = items(scope)
            if not isinstance(found, list):
                return ""
            return "".join(body({**scope, name: item}) for item in found)

        return run


def render(template: str, context: dict[str, object]) -> str:
    """Return the template filled with the values of the context."""
    return Parser(template).block()(context)
