import ast
import string
from pathlib import Path

LETTERS = set(string.ascii_uppercase)
OTHERS = set(string.digits + "_")


def assignment(name: str, value: str | int | bool) -> ast.Assign:
    """Return the node of one line; ValueError if the name has other characters."""
    if not name or name[0] not in LETTERS or not LETTERS | OTHERS >= set(name):
        raise ValueError(f"not a name: {name!r}")
    return ast.Assign(targets=[ast.Name(name, ast.Store())], value=ast.Constant(value))


def save_settings(path: Path, settings: dict[str, str | int | bool]) -> None:
    """Build the syntax tree of the module and let Python write its source."""
    body = [assignment(name, value) for name, value in settings.items()]
    module = ast.fix_missing_locations(ast.Module(body=body, type_ignores=[]))
    path.write_bytes(ast.unparse(module).encode() + b"\n")
