import ast
import io
import tokenize

NOTHING = (tokenize.COMMENT, tokenize.NL, tokenize.INDENT, tokenize.DEDENT)


def logical_lines(source: str) -> list[list[tokenize.TokenInfo]]:
    """Return the tokens of each statement that stands on a line of its own."""
    lines: list[list[tokenize.TokenInfo]] = [[]]
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.NEWLINE:
            lines.append([])
        elif token.type not in NOTHING:
            lines[-1].append(token)
    return lines


def string(token: tokenize.TokenInfo) -> str:
    """Return the value of a string token; ValueError for other tokens."""
    value = ast.literal_eval(token.string) if token.type == tokenize.STRING else None
    if type(value) is not str:
        raise ValueError(f"{token.string!r} isn't a text")
    return value


def strings(tokens: list[tokenize.TokenInfo]) -> list[str]:
    """Return the values of a list of string tokens: brackets around, commas between."""
    if len(tokens) < 2 or tokens[0].string != "[" or tokens[-1].string != "]":
        raise ValueError("not a list")
    items = tokens[1:-1]
    if any(comma.string != "," for comma in items[1::2]):
        raise ValueError("not a list of texts")
    return [string(item) for item in items[::2]]


def plugin_info(source: str) -> dict[str, str | list[str]]:
    """Return name, version and requirements, found among the tokens of the source."""
    try:
        compile(source, "<plugin>", "exec", ast.PyCF_ONLY_AST)
        lines = logical_lines(source)
    except (SyntaxError, tokenize.TokenError, RecursionError, MemoryError) as error:
        raise ValueError("not valid Python") from error
    found: dict[str, str | list[str]] = {"requires": []}
    for line in lines:
        if len(line) < 3 or line[0].start[1] != 0 or line[1].string != "=":
            continue
        name, value = line[0].string, line[2:]
        if name in ("NAME", "VERSION"):
            if len(value) != 1:
                raise ValueError(f"{name} isn't a text")
            found[name.lower()] = string(value[0])
        elif name == "REQUIRES":
            found["requires"] = strings(value)
    if len(found) < 3:
        raise ValueError("NAME or VERSION is missing")
    return found
