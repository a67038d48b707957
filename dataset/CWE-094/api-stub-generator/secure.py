import keyword
import re

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def comment(text: str) -> str:
    """Return a comment; line breaks and all that can't be printed become blanks."""
    return "# " + "".join(c if c.isprintable() else " " for c in text)


def literal(text: str) -> str:
    """Return the literal of a text; ValueError if it can't be saved in UTF-8."""
    text.encode("utf-8")
    return repr(text)


def function(operation: dict[str, str]) -> list[str]:
    """Return the lines of one function; ValueError for a wrong name."""
    name = operation["name"]
    if not NAME.fullmatch(name) or keyword.iskeyword(name):
        raise ValueError(f"{name!r} can't be the name of a function")
    return [
        "",
        "",
        f"def {name}() -> str:",
        f"    {literal(operation['summary'])}",
        f"    return {literal(operation['path'])}",
    ]


def generate_client(description: dict) -> str:
    """Return the source of a module with one function for each operation."""
    # With the coding in the first line, a title can't declare another one in the second.
    lines = ["# -*- coding: utf-8 -*-", comment(description["title"])]
    for operation in description["operations"]:
        lines += function(operation)
    return "\n".join(lines) + "\n"
