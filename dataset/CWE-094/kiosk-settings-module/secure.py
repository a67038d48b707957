import re
from pathlib import Path

NAME = re.compile(r"[A-Z][A-Z0-9_]*")


def save_settings(path: Path, settings: dict[str, str | int | bool]) -> None:
    """Write the settings as a Python module; ValueError for anything that isn't a name."""
    for name in settings:
        if not NAME.fullmatch(name):
            raise ValueError(f"{name!r} can't be the name of a setting")
    # repr makes a literal of any text: quotes, backslashes and line breaks are escaped.
    module = "".join(f"{name} = {value!r}\n" for name, value in settings.items())
    path.write_text(module, encoding="utf-8")
