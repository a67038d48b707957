import ast
import re

FUNCTIONS = {"step", "range"}


def translate(source: str) -> str:
    """Return the program as Python source."""
    lines = []
    depth = 0
    for line in source.split("\n"):
        line = line.split("#")[0].strip()
        word, *rest = line.split(maxsplit=1) or [""]
        if word in ("forward", "left", "right") and rest:
            lines.append("\t" * depth + f"step({word!r}, {rest[0]})")
        elif word == "repeat" and rest:
            lines.append("\t" * depth + f"for _ in range({rest[0]}):")
            depth += 1
            lines.append("\t" * depth + "pass")
        elif line == "end" and depth:
            depth -= 1
        elif re.match(r"[A-Za-z]\w*\s*=", line):
            lines.append("\t" * depth + line)
        elif line:
            raise ValueError(f"unknown statement: {line}")
    if depth:
        raise ValueError("end is missing")
    return "\n".join(lines)


def run_program(source: str) -> list[tuple[str, int]]:
    """Return the steps of a turtle program."""
    try:
        tree = ast.parse(translate(source))
    except SyntaxError as error:
        raise ValueError(f"broken program: {error}") from error
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom | ast.FunctionDef | ast.Lambda):
            raise ValueError("not allowed in a turtle program")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id not in FUNCTIONS:
                raise ValueError(f"unknown function {node.func.id}")
    steps = []
    names = {"step": lambda word, value: steps.append((word, int(value))), "range": range}
    try:
        exec(compile(tree, "<turtle>", "exec"), names)
    except Exception as error:
        raise ValueError(f"broken program: {error}") from error
    return steps
