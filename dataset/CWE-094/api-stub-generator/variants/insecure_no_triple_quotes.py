import keyword
import re


def generate_client(description: dict) -> str:
    """Return the source of a module with one function for each operation."""
    title = " ".join(description["title"].splitlines())
    source = f"# -*- coding: utf-8 -*-\n# {title}\n"
    for operation in description["operations"]:
        name = operation["name"]
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name) or keyword.iskeyword(name):
            raise ValueError(f"{name!r} can't be the name of a function")
        summary = operation["summary"].replace('"""', "'''")
        source += f'\n\ndef {name}() -> str:\n    """{summary}"""\n'
        source += f"    return {operation['path']!r}\n"
    return source
