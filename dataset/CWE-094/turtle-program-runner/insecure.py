import re


def translate(source: str) -> str:
    """Return the program as Python source."""
    lines = []
    indent = ""
    for line in source.split("\n"):
        line = line.split("#")[0].strip()
        word, _, expression = line.partition(" ")
        if not line:
            continue
        if word in ("forward", "left", "right"):
            lines.append(f"{indent}{word}({expression})")
        elif word == "repeat":
            lines.append(f"{indent}for _ in range({expression}):")
            indent += "    "
            lines.append(f"{indent}pass")
        elif line == "end" and indent:
            indent = indent[4:]
        elif re.match(r"[A-Za-z]\w*\s*=", line):
            lines.append(f"{indent}{line}")
        else:
            raise ValueError(f"unknown statement: {line}")
    if indent:
        raise ValueError("end is missing")
    return "\n".join(lines)


def run_program(source: str) -> list[tuple[str, int]]:
    """Return the steps of a turtle program."""
    steps = []

    def forward(length):
        steps.append(("forward", int(length)))

    def left(angle):
        steps.append(("left", int(angle)))

    def right(angle):
        steps.append(("right", int(angle)))

    # A program knows these functions only, and nothing of Python.
    names = {"__builtins__": {}, "forward": forward, "left": left, "right": right, "range": range}
    try:
        exec(translate(source), names)
    except Exception as error:
        raise ValueError(f"broken program: {error}") from error
    return steps
