import re

EXPRESSION = r"[A-Za-z0-9_ \t+*()-]+"


def run_program(source: str) -> list[tuple[str, int]]:
    """Return the steps of a turtle program."""
    code = []
    depth = 0
    for line in source.split("\n"):
        line = line.split("#")[0].strip()
        indent = "    " * depth
        if line == "":
            continue
        elif match := re.fullmatch(rf"(forward|left|right)\s+({EXPRESSION})", line):
            code.append(f"{indent}steps.append(('{match[1]}', {match[2]}))")
        elif match := re.fullmatch(rf"repeat\s+({EXPRESSION})", line):
            code.append(f"{indent}for _ in range({match[1]}):")
            code.append(f"{indent}    pass")
            depth += 1
        elif line == "end" and depth > 0:
            depth -= 1
        elif re.fullmatch(rf"[A-Za-z][A-Za-z0-9_]*\s*=({EXPRESSION})", line):
            code.append(indent + line)
        else:
            raise ValueError(f"unknown statement: {line}")
    if depth:
        raise ValueError("end is missing")
    steps = []
    try:
        exec("\n".join(code), {"steps": steps})
    except Exception as error:
        raise ValueError(f"broken program: {error}") from error
    return steps
