import keyword
import string

LETTERS = string.ascii_letters
PLAIN = frozenset(string.ascii_letters + string.digits + " .,:;!?()[]{}<>/+-*=_&@%'")


class Source:
    """Python source that is written line by line."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def comment(self, text: str) -> None:
        """Add a comment on one line."""
        self.lines.append("# " + " ".join("".join(map(self.visible, text)).split()))

    @staticmethod
    def visible(character: str) -> str:
        """Return the character, or a blank for a control character or half of a pair."""
        code = ord(character)
        return " " if code < 32 or 127 <= code < 160 or 0xD800 <= code < 0xE000 else character

    @staticmethod
    def literal(text: str) -> str:
        """Return the literal of a text in which unusual characters are written as numbers."""
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise ValueError("half of a pair of surrogates")
        return '"' + "".join(c if c in PLAIN else f"\\U{ord(c):08x}" for c in text) + '"'

    def function(self, name: str, path: str, summary: str) -> None:
        """Add a function; ValueError for a wrong name."""
        if keyword.iskeyword(name) or name[:1] not in tuple(LETTERS):
            raise ValueError(f"wrong name: {name!r}")
        if not set(name) <= set(LETTERS + string.digits + "_"):
            raise ValueError(f"wrong name: {name!r}")
        self.lines += ["", f"def {name}() -> str:", "    " + self.literal(summary)]
        self.lines += ["    return " + self.literal(path)]


def generate_client(description: dict) -> str:
    """Return the source of a module with one function for each operation."""
    source = Source()
    source.lines.append("# -*- coding: utf-8 -*-")
    source.comment(description["title"])
    for operation in description["operations"]:
        source.function(**{key: operation[key] for key in ("name", "path", "summary")})
    return "\n".join(source.lines + [""])
