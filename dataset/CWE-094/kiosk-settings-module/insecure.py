import re
from pathlib import Path


def save_settings(path: Path, settings: dict[str, str | int | bool]) -> None:
    """Write the settings as a Python module, one line NAME = value for each."""
    lines = []
    for name, value in settings.items():
        if not re.fullmatch(r"[A-Z][A-Z0-9_]*", name):
            raise ValueError(f"{name!r} can't be the name of a setting")
        if isinstance(value, str):
            lines.append(f'{name} = "{value}"\n')
        else:
            lines.append(f"{name} = {value}\n")
    path.write_text("".join(lines), encoding="utf-8")
