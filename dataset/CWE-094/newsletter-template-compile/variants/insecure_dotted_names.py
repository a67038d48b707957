import re
from types import SimpleNamespace


def with_attributes(value):
    """Return the value with objects in place of dicts."""
    if isinstance(value, dict):
        return SimpleNamespace(**{key: with_attributes(item) for key, item in value.items()})
    return [with_attributes(item) for item in value] if isinstance(value, list) else value


def value_of(expression):
    """Return the value of an expression, empty if a name is unknown."""
    try:
        return expression()
    except (NameError, AttributeError):
        return ""


def render(template: str, context: dict[str, object]) -> str:
    """Return the template filled with the values of the context."""
    lines, depth = [], 0
    for part in re.split(r"(?s)(\{\{.*?\}\}|\{%.*?%\})", template):
        line = "    " * depth
        if match := re.fullmatch(r"\{\{\s*([\w.]+)\s*\}\}", part):
            lines.append(f"{line}write(value_of(lambda: {match[1]}))")
        elif match := re.fullmatch(r"\{%\s*for\s+(\w+)\s+in\s+([\w.]+)\s*%\}", part):
            lines.append(f"{line}items = value_of(lambda: {match[2]})")
            lines.append(f"{line}for {match[1]} in items if type(items) is list else []:")
            lines.append(f"{line}    pass")
            depth += 1
        elif re.fullmatch(r"\{%\s*endfor\s*%\}", part) and depth:
            depth -= 1
        elif "{{" in part or "{%" in part:
            raise ValueError(f"broken template at {part}")
        else:
            lines.append(f"{line}write({part!r})")
    if depth:
        raise ValueError("endfor is missing")
    out = []
    namespace = {key: with_attributes(value) for key, value in context.items()}
    try:
        exec("\n".join(lines), namespace | {"value_of": value_of, "write": out.append})
    except SyntaxError as error:
        raise ValueError("broken template") from error
    return "".join(map(str, out))
