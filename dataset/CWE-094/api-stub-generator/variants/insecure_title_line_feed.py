import keyword
import re


def generate_client(description: dict) -> str:
    """Return the source of a module with one function for each operation."""
    title = description["title"].replace("\n", " ")
    parts = [f"# -*- coding: utf-8 -*-\n# {title}\n"]
    for operation in description["operations"]:
        name = operation["name"]
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name) or name in keyword.kwlist:
            raise ValueError(f"{name!r} can't be the name of a function")
        parts.append(
            f"def {name}() -> str:\n"
            f"    {operation['summary']!r}\n"
            f"    return {operation['path']!r}\n"
        )
    return "\n\n".join(parts)
