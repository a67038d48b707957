"""Translations in DTD files."""

import re

BLANKS = r"[ \t\r\n]"
NAME = r"[A-Za-z][A-Za-z0-9._-]*"
VALUE = r"""(?:"([^"]*)"|'([^']*)')"""
TOKEN = re.compile(
    rf"{BLANKS}+|<!--.*?-->|<!ENTITY{BLANKS}+({NAME}){BLANKS}+{VALUE}{BLANKS}*>", re.DOTALL
)
REFERENCE = re.compile(rf"&(?:#([0-9]+)|#x([0-9A-Fa-f]+)|({NAME}));")
WELL_FORMED = re.compile(rf"(?:[^&]|{REFERENCE.pattern})*")
CHARACTERS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def _character(number: int) -> str:
    if number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        raise ValueError(f"{number} is no character")
    return chr(number)


def _declarations(dtd: str) -> dict[str, str]:
    """Returns the values as they are declared."""
    values: dict[str, str] = {}
    position = 0
    while position < len(dtd):
        token = TOKEN.match(dtd, position)
        if token is None:
            raise ValueError(f"no declaration at {position}")
        position = token.end()
        name, double, single = token.groups()
        if name is not None:
            value = single if double is None else double
            if not WELL_FORMED.fullmatch(value):
                raise ValueError(f"the value of {name} has an & that begins no reference")
            values.setdefault(name, value)
    return values


def load_locale(dtd: str) -> dict[str, str]:
    """Returns all names with their values; a file that can't be read raises ValueError."""
    values = _declarations(dtd)
    locale: dict[str, str] = {}

    def expand(name: str, above: tuple[str, ...]) -> str:
        if name in above:
            raise ValueError(f"{name} refers to itself")
        if name not in values:
            raise ValueError(f"{name} is not declared")

        def replacement(match: re.Match[str]) -> str:
            decimal, hexadecimal, other = match.groups()
            if other in CHARACTERS:
                return CHARACTERS[other]
            if other is None:
                return _character(int(decimal) if decimal else int(hexadecimal, 16))
            return expand(other, (*above, name))

        if name not in locale:
            locale[name] = REFERENCE.sub(replacement, values[name])
        return locale[name]

    return {name: expand(name, ()) for name in values}
