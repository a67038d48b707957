import ast
import keyword
import re


def check(source: str, names: list[str]) -> None:
    """Raise ValueError if the module holds more than its functions, or if one calls anything."""
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise ValueError(f"a text can't be written: {error}") from error
    functions = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    if len(functions) < len(tree.body) or functions != names:
        raise ValueError("the module has something other than its functions")
    if any(isinstance(node, ast.Call | ast.Import | ast.ImportFrom) for node in ast.walk(tree)):
        raise ValueError("the module runs code")


def generate_client(description: dict) -> str:
    """Return the source of a module with one function for each operation."""
    title = " ".join(description["title"].split())
    source = f"# -*- coding: utf-8 -*-\n# {title}\n"
    names = []
    for operation in description["operations"]:
        name = operation["name"]
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name) or keyword.iskeyword(name):
            raise ValueError(f"{name!r} can't be the name of a function")
        names.append(name)
        summary = operation["summary"].replace("\\", "\\\\")
        source += f'\n\ndef {name}() -> str:\n    """{summary}"""\n'
        source += f"    return {operation['path']!r}\n"
    check(source, names)
    return source
