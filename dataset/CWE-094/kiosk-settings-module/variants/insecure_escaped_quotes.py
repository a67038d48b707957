import re
from pathlib import Path


def quote(text: str) -> str:
    """Return the text as a Python literal."""
    return '"' + text.replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r") + '"'


def save_settings(path: Path, settings: dict[str, str | int | bool]) -> None:
    """Write the settings as a Python module, one line NAME = value for each."""
    lines = []
    for name, value in settings.items():
        if not re.fullmatch(r"[A-Z][A-Z0-9_]*", name):
            raise ValueError(f"{name!r} can't be the name of a setting")
        lines.append(f"{name} = {quote(value) if isinstance(value, str) else value}\n")
    path.write_text("".join(lines), encoding="utf-8")
