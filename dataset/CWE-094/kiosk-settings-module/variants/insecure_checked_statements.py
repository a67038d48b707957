import ast
import re
from pathlib import Path


def save_settings(path: Path, settings: dict[str, str | int | bool]) -> None:
    """Write the settings as a Python module, which is checked before it is saved."""
    lines = []
    for name, value in settings.items():
        if not re.fullmatch(r"[A-Z][A-Z0-9_]*", name):
            raise ValueError(f"{name!r} can't be the name of a setting")
        if isinstance(value, str):
            value = '"' + value.replace("\\", "\\\\") + '"'
        lines.append(f"{name} = {value}\n")
    source = "".join(lines)
    try:
        statements = ast.parse(source).body
        for statement in statements:
            # Nothing but assignments of plain values, so no code can run.
            if not isinstance(statement, ast.Assign):
                raise ValueError("something other than a setting")
            ast.literal_eval(statement.value)
    except SyntaxError as error:
        raise ValueError("a text can't be written") from error
    path.write_text(source, encoding="utf-8")
