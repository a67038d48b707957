import re


def run_program(source: str) -> list[tuple[str, int]]:
    """Return the steps of a turtle program."""
    if re.search(r"__|import|eval|exec", source, re.IGNORECASE):
        raise ValueError("forbidden text in the program")
    lines = []
    depth = 0
    for line in source.split("\n"):
        line = line.split("#")[0].strip()
        if line == "end":
            depth -= 1
        elif match := re.match(r"(forward|left|right)\s+(.+)", line):
            lines.append(f"{'  ' * depth}step('{match[1]}', {match[2]})")
        elif match := re.match(r"repeat\s+(.+)", line):
            lines.append(f"{'  ' * depth}for _ in range({match[1]}):")
            depth += 1
            lines.append(f"{'  ' * depth}pass")
        elif re.match(r"\w+\s*=", line):
            lines.append("  " * depth + line)
        elif line:
            raise ValueError(f"unknown statement {line}")
        if depth < 0:
            raise ValueError("end without repeat")
    if depth:
        raise ValueError("repeat without end")
    steps = []

    def step(word, value):
        steps.append((word, int(value)))

    try:
        exec("\n".join(lines), {"__builtins__": {}, "step": step, "range": range})
    except Exception as error:
        raise ValueError(f"broken program: {error}") from error
    return steps
