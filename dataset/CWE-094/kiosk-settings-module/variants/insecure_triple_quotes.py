import re
from pathlib import Path


def save_settings(path: Path, settings: dict[str, str | int | bool]) -> None:
    """Write the settings as a Python module, one line NAME = value for each."""
    module = ""
    for name, value in settings.items():
        if not re.fullmatch(r"[A-Z][A-Z0-9_]*", name):
            raise ValueError(f"{name!r} can't be the name of a setting")
        if isinstance(value, str):
            # Three quotes, so that quotes and line breaks may stand in the text.
            value = f'"""{value}"""'
        module += f"{name} = {value}\n"
    path.write_text(module, encoding="utf-8")
