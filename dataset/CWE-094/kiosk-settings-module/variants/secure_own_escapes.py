from pathlib import Path

UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class SettingsModule:
    """The source of a settings module, which grows line by line."""

    def __init__(self) -> None:
        self.source = ""

    def add(self, name: str, value: str | int | bool) -> None:
        """Append one setting; ValueError for a wrong name."""
        if name[:1] not in tuple(UPPER) or not set(name) <= set(UPPER + "0123456789_"):
            raise ValueError(f"wrong name: {name!r}")
        self.source += f"{name} = {self.literal(value)}\n"

    @staticmethod
    def literal(value: str | int | bool) -> str:
        """Return a literal in which only ASCII letters, digits and blanks stand for themselves."""
        if value is True or value is False:
            return "True" if value else "False"
        if isinstance(value, int):
            return f"{value:d}"
        characters = (
            c if c == " " or (c.isascii() and c.isalnum()) else f"\\U{ord(c):08x}" for c in value
        )
        return f"'{''.join(characters)}'"


def save_settings(path: Path, settings: dict[str, str | int | bool]) -> None:
    """Write the settings as a Python module, one line NAME = value for each."""
    module = SettingsModule()
    for name, value in settings.items():
        module.add(name, value)
    path.write_text(module.source, encoding="ascii")
