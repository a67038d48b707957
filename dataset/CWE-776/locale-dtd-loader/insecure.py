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
NAMED = re.compile(rf"&(?!(?:amp|lt|gt|quot|apos);)({NAME});")
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


def _replace_characters(value: str) -> str:
    """Puts characters in the places of the references to characters."""

    def character(match: re.Match[str]) -> str:
        decimal, hexadecimal, name = match.groups()
        if name is not None:
            return CHARACTERS[name]
        return _character(int(decimal) if decimal else int(hexadecimal, 16))

    return REFERENCE.sub(character, value)


def load_locale(dtd: str) -> dict[str, str]:
    """Returns all names with their values; a file that can't be read raises ValueError."""
    values = _declarations(dtd)
    locale: dict[str, str] = {}
    for name, value in values.items():
        while (reference := NAMED.search(value)) is not None:
            if reference[1] not in values:
                raise ValueError(f"{reference[1]} is not declared")
            value = value.replace(reference[0], values[reference[1]])
        locale[name] = _replace_characters(value)
    return locale
