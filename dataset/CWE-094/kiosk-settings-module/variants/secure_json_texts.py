import json
from pathlib import Path


def literal(value: str | int | bool) -> str:
    """Return a Python literal; the escapes of a JSON string mean the same in Python."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def save_settings(path: Path, settings: dict[str, str | int | bool]) -> None:
    """Write the settings as a Python module, one line NAME = value for each."""
    for name in settings:
        plain = name.isascii() and name.isidentifier() and name == name.upper()
        if not plain or name.startswith("_"):
            raise ValueError(f"{name!r} can't be the name of a setting")
    lines = [f"{name} = {literal(value)}\n" for name, value in settings.items()]
    data = "".join(lines).encode("utf-8")
    with path.open("wb") as file:
        file.write(data)
