import re

SPACE = " \t"
TOKEN = re.compile(r"(?P<blank>[ \t]+)|(?P<number>[0-9]+)|(?P<name>[A-Za-z][A-Za-z0-9_]*)|[-+*()]")
WORDS = {"forward", "left", "right", "repeat", "end"}


def rewrite(expression: str) -> str:
    """Return an expression as Python source, written anew of numbers, look-ups and operators."""
    parts = []
    position = depth = 0
    while position < len(expression):
        match = TOKEN.match(expression, position)
        if match is None:
            raise ValueError(f"unexpected {expression[position]!r}")
        position = match.end()
        if match["number"]:
            parts.append(str(int(match["number"])))
        elif match["name"]:
            parts.append(f"values[{match['name']!r}]")
        elif not match["blank"]:
            parts.append(match[0])
            depth += {"(": 1, ")": -1}.get(match[0], 0)
        if depth < 0:
            raise ValueError("a closing parenthesis without an opening one")
    rewritten = f"( {' '.join(parts)} )"
    # Python would take these for calls, tuples or a plus in front of a value.
    if re.search(r"[\])0-9] \(|\( +\)|[-+*(] \+", rewritten):
        raise ValueError("an operator or a value is missing")
    return rewritten


def translate(source: str) -> str:
    """Return the program as Python source; no text of the program gets into it unchecked."""
    lines = ["steps, values = [], {}"]
    depth = 0
    for line in source.split("\n"):
        line = line.split("#")[0].strip(SPACE)
        word = re.split(r"[ \t=]", line)[0]
        rest = line.removeprefix(word)
        if not line:
            continue
        indent = " " * depth
        if line == "end" and depth:
            depth -= 1
        elif word == "repeat" and rest[:1] in SPACE:
            lines += [f"{indent}for _ in range{rewrite(rest)}:", f"{indent} pass"]
            depth += 1
        elif word in WORDS and word != "end" and rest[:1] in SPACE:
            lines.append(f"{indent}steps.append(({word!r}, {rewrite(rest)}))")
        elif re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", word) and word not in WORDS:
            left, equals, right = rest.partition("=")
            if left.strip(SPACE) or not equals:
                raise ValueError(f"unknown statement: {line!r}")
            lines.append(f"{indent}values[{word!r}] = {rewrite(right)}")
        else:
            raise ValueError(f"unknown statement: {line!r}")
    if depth:
        raise ValueError("a loop has no end")
    return "\n".join(lines)


def run_program(source: str) -> list[tuple[str, int]]:
    """Return the steps of a turtle program, which is compiled for speed."""
    names: dict = {"__builtins__": {"range": range}}
    try:
        exec(compile(translate(source), "<turtle>", "exec"), names)
    except (SyntaxError, KeyError, TypeError, OverflowError, MemoryError) as error:
        raise ValueError(f"not a turtle program: {error}") from error
    return names["steps"]
