import keyword
import re


def docstring(text: str) -> str:
    """Return the text as a docstring."""
    return '"""' + text.replace("\\", "\\\\").replace('"', '\\"') + '"""'


def generate_client(description: dict) -> str:
    """Return the source of a module with one function for each operation."""
    lines = ["# -*- coding: utf-8 -*-", "# " + " ".join(description["title"].split())]
    for operation in description["operations"]:
        name = operation["name"]
        if re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name) is None or keyword.iskeyword(name):
            raise ValueError(f"{name!r} can't be the name of a function")
        lines.append(f"\ndef {name}() -> str:")
        lines.append(f"    {docstring(operation['summary'])}")
        lines.append(f"    return '{operation['path']}'\n")
    return "\n".join(lines)
