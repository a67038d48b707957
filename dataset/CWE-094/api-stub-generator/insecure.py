import keyword
import re


def generate_client(description: dict) -> str:
    """Return the source of a module with one function for each operation."""
    lines = ["# -*- coding: utf-8 -*-", f"# {description['title']}"]
    for operation in description["operations"]:
        name = operation["name"]
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name) or keyword.iskeyword(name):
            raise ValueError(f"{name!r} can't be the name of a function")
        lines += [
            "",
            "",
            f"def {name}() -> str:",
            f'    """{operation["summary"]}"""',
            f"    return {operation['path']!r}",
        ]
    return "\n".join(lines) + "\n"
