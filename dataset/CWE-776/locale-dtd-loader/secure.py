"""Translations in DTD files."""

import re

MAX_CHARACTERS = 200_000
MAX_DEPTH = 100
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
    """Returns all names with their values; a file that can't be read raises ValueError.

    The value of each name is made once, of finished ones, and only if there is room for it.
    """
    values = _declarations(dtd)
    locale: dict[str, str] = {}
    room = MAX_CHARACTERS

    def finish(name: str, depth: int) -> str:
        """Returns the value of a name without references."""
        nonlocal room
        if name in locale:
            return locale[name]
        if name not in values:
            raise ValueError(f"{name} is not declared")
        if depth > MAX_DEPTH:
            raise ValueError(f"{name} is nested too deeply, or refers to itself")
        parts: list[str] = []
        end = 0
        for reference in REFERENCE.finditer(values[name]):
            decimal, hexadecimal, other = reference.groups()
            if other in CHARACTERS:
                text = CHARACTERS[other]
            elif other is not None:
                text = finish(other, depth + 1)
            else:
                text = _character(int(decimal) if decimal else int(hexadecimal, 16))
            parts += [values[name][end : reference.start()], text]
            end = reference.end()
        parts.append(values[name][end:])
        room -= sum(map(len, parts))
        if room < 0:
            raise ValueError("the values are too long")
        locale[name] = "".join(parts)
        return locale[name]

    return {name: finish(name, 0) for name in values}
