import re
from pathlib import Path


def save_settings(path: Path, settings: dict[str, str | int | bool]) -> None:
    """Write the settings as a Python module, one line NAME = value for each."""
    for name in settings:
        if not re.match(r"[A-Z][A-Z0-9_]*\b", name):
            raise ValueError(f"{name!r} can't be the name of a setting")
    lines = [f"{name} = {value!r}" for name, value in settings.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
