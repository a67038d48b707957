import re

PATH = r"[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)*"


def look_up(scope: dict, path: str) -> object:
    """Return the value at the end of a path."""
    value = scope
    for key in path.split("."):
        value = value.get(key, "") if isinstance(value, dict) else ""
    return value


def each(scope: dict, path: str) -> list:
    """Return the list at the end of a path, empty if it is none."""
    value = look_up(scope, path)
    return value if isinstance(value, list) else []


def render(template: str, context: dict[str, object]) -> str:
    """Return the template filled with the values of the context."""
    lines, depth = ["scope = dict(context)"], 0
    for part in re.split(r"(?s)(\{\{.*?\}\}|\{%.*?%\})", template):
        line = "    " * depth
        if match := re.fullmatch(rf"\{{\{{ *({PATH}) *\}}\}}", part):
            lines.append(f"{line}out.append(str(look_up(scope, '{match[1]}')))")
        elif match := re.fullmatch(r"\{% *for +(\S+) +in +(\S+) *%\}", part):
            lines.append(f"{line}for scope['{match[1]}'] in each(scope, '{match[2]}'):")
            lines.append(f"{line}    pass")
            depth += 1
        elif re.fullmatch(r"\{% *endfor *%\}", part) and depth:
            depth -= 1
        elif "{{" in part or "{%" in part:
            raise ValueError(f"broken template at {part}")
        else:
            lines.append(f"{line}out.append({part!r})")
    if depth:
        raise ValueError("endfor is missing")
    out = []
    names = {"context": context, "look_up": look_up, "each": each, "out": out}
    try:
        exec("\n".join(lines), names)
    except SyntaxError as error:
        raise ValueError("broken template") from error
    return "".join(out)
