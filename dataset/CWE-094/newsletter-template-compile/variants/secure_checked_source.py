import re
from collections.abc import Callable

PATH = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*", re.ASCII | re.IGNORECASE)
TAG = re.compile(r"\{\{(?P<value>.*?)\}\}|\{%(?P<tag>.*?)%\}", re.DOTALL)


def find(scopes: list[dict], names: tuple[str, ...]) -> object:
    """Return the value of a path; the scopes of the inner loops come first."""
    value: object = next((scope for scope in scopes if names[0] in scope), {})
    for name in names:
        value = value.get(name, "") if type(value) is dict else ""
    return value


def path_literal(text: str) -> str:
    """Return the path as the literal of a tuple of texts; ValueError if it isn't a path."""
    text = text.strip(" ")
    if not PATH.fullmatch(text):
        raise ValueError(f"{text!r} isn't a path")
    return repr(tuple(text.split(".")))


def compile_template(template: str) -> Callable[[dict], list[str]]:
    """Compile a template; only literals made by repr get into the source."""
    lines = ["def run(scopes):", " out = []"]
    loops: list[str] = []
    position = 0

    def add(line: str) -> None:
        lines.append(" " * (len(loops) + 1) + line)

    def add_text(text: str) -> None:
        if "{{" in text or "{%" in text:
            raise ValueError("braces aren't closed")
        add(f"out.append({text!r})")

    for match in TAG.finditer(template):
        add_text(template[position : match.start()])
        position = match.end()
        if match["value"] is not None:
            add(f"out.append(str(find(scopes, {path_literal(match['value'])})))")
            continue
        words = match["tag"].strip(" ").split(" ")
        words = [word for word in words if word]
        if words == ["endfor"] and loops:
            add("scopes.pop(0)")
            loops.pop()
            continue
        if len(words) != 4 or words[0] != "for" or words[2] != "in" or "." in words[1]:
            raise ValueError(f"unknown tag {match[0]!r}")
        path_literal(words[1])
        add(f"items = find(scopes, {path_literal(words[3])})")
        add("for item in items if type(items) is list else ():")
        loops.append(words[1])
        add(f"scopes.insert(0, {{{words[1]!r}: item}})")
    add_text(template[position:])
    if loops:
        raise ValueError("endfor is missing")
    namespace: dict = {"find": find}
    exec("\n".join([*lines, " return out"]), namespace)
    return namespace["run"]


def render(template: str, context: dict[str, object]) -> str:
    """Return the template filled with the values of the context."""
    return "".join(compile_template(template)([context]))
