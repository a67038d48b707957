import re
from collections.abc import Callable
from types import SimpleNamespace


def with_attributes(value: object) -> object:
    """Return the value with objects in place of dicts, so that a.b works as in the template."""
    if isinstance(value, dict):
        return SimpleNamespace(**{key: with_attributes(item) for key, item in value.items()})
    if isinstance(value, list):
        return [with_attributes(item) for item in value]
    return value


def show(expression: Callable[[], object]) -> str:
    """Return the text of an expression, empty if a name is unknown."""
    try:
        return str(expression())
    except (NameError, AttributeError):
        return ""


def each(expression: Callable[[], object]) -> list:
    """Return the list of a loop, empty if it is none."""
    try:
        value = expression()
    except (NameError, AttributeError):
        return []
    return value if isinstance(value, list) else []


def translate(template: str) -> str:
    """Return the template as Python source, which is faster than walking over it each time."""
    lines = []
    indent = ""
    for part in re.split(r"(\{\{.*?\}\}|\{%.*?%\})", template, flags=re.DOTALL):
        if part.startswith("{{") and part.endswith("}}"):
            lines.append(f"{indent}out.append(show(lambda: {part[2:-2].strip()}))")
        elif part.startswith("{%") and part.endswith("%}"):
            words = part[2:-2].split(maxsplit=3)
            if len(words) == 4 and words[0] == "for" and words[2] == "in":
                lines.append(f"{indent}for {words[1]} in each(lambda: {words[3]}):")
                indent += "    "
                lines.append(f"{indent}pass")
            elif words == ["endfor"] and indent:
                indent = indent[4:]
            else:
                raise ValueError(f"unknown tag {part}")
        elif "{{" in part or "{%" in part:
            raise ValueError("braces aren't closed")
        else:
            lines.append(f'{indent}out.append("""{part}""")')
    if indent:
        raise ValueError("endfor is missing")
    return "\n".join(lines)


def render(template: str, context: dict[str, object]) -> str:
    """Return the template filled with the values of the context."""
    out = []
    names = {key: with_attributes(value) for key, value in context.items()}
    try:
        exec(translate(template), {**names, "show": show, "each": each, "out": out})
    except SyntaxError as error:
        raise ValueError(f"broken template: {error}") from error
    return "".join(out)
