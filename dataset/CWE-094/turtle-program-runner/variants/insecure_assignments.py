import re


def checked(expression: str) -> str:
    """Return the expression if it has numbers, names and operators only."""
    parts = re.findall(r"\d+|[A-Za-z]\w*|\S", expression)
    for part, following in zip(parts, [*parts[1:], ""], strict=True):
        if not re.fullmatch(r"\d+|[A-Za-z]\w*|[-+*()]", part):
            raise ValueError(f"unexpected {part!r}")
        if part[0].isalnum() and following == "(":
            raise ValueError(f"{part} isn't a function")
    if re.match(r"[^(]*\)", expression):
        raise ValueError("a closing parenthesis without an opening one")
    return f"({expression.strip()})"


def run_program(source: str) -> list[tuple[str, int]]:
    """Return the steps of a turtle program."""
    lines = []
    depth = 0
    for line in source.split("\n"):
        line = line.partition("#")[0].strip()
        indent = "    " * depth
        match line.split(maxsplit=1):
            case []:
                continue
            case ["forward" | "left" | "right" as word, expression]:
                lines.append(f"{indent}steps.append(({word!r}, {checked(expression)}))")
            case ["repeat", expression]:
                lines.append(f"{indent}for _ in range{checked(expression)}:")
                lines.append(f"{indent}    pass")
                depth += 1
            case ["end"] if depth:
                depth -= 1
            case _ if re.match(r"[A-Za-z]\w*\s*=\s*[^=\s]", line):
                lines.append(f"{indent}{line}")
            case _:
                raise ValueError(f"unknown statement: {line}")
    if depth:
        raise ValueError("end is missing")
    steps = []
    try:
        exec("\n".join(lines), {"steps": steps})
    except Exception as error:
        raise ValueError(f"broken program: {error}") from error
    return steps
