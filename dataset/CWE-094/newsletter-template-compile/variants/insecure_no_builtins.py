import re
from types import SimpleNamespace


def with_attributes(value):
    """Return the value with objects in place of dicts."""
    if isinstance(value, dict):
        return SimpleNamespace(**{key: with_attributes(item) for key, item in value.items()})
    return [with_attributes(item) for item in value] if isinstance(value, list) else value


def value_of(expression, missing=""):
    """Return the value of an expression, or what stands for an unknown name."""
    try:
        return expression()
    except (NameError, AttributeError):
        return missing


def each(expression):
    """Return the list of a loop, empty if it is none."""
    value = value_of(expression, [])
    return value if isinstance(value, list) else []


def render(template: str, context: dict[str, object]) -> str:
    """Return the template filled with the values of the context."""
    lines, depth = [], 0
    for part in re.split(r"(?s)(\{\{.*?\}\}|\{%.*?%\})", template):
        line = "    " * depth
        if part.startswith("{{") and part.endswith("}}"):
            lines.append(f"{line}write(value_of(lambda: {part[2:-2].strip()}))")
        elif match := re.fullmatch(r"\{%\s*for\s+(\w+)\s+in\s+(.+?)\s*%\}", part):
            lines.append(f"{line}for {match[1]} in each(lambda: {match[2]}):")
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
    # Templates need no functions of Python, only the two of this module.
    namespace |= {"__builtins__": {}, "value_of": value_of, "each": each, "write": out.append}
    try:
        exec("\n".join(lines), namespace)
    except SyntaxError as error:
        raise ValueError("broken template") from error
    return "".join(map(str, out))
