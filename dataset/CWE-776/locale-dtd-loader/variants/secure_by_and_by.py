"""Translations in DTD files: a value is finished when all that it needs are."""

import re
from collections import deque

MAX_CHARACTERS = 200_000
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


class _Entity:
    """A value on the way to have no references left."""

    def __init__(self, value: str) -> None:
        self.value = value
        self.missing = {name for *_, name in REFERENCE.findall(value) if name} - CHARACTERS.keys()
        self.users: list[str] = []

    def expand(self, locale: dict[str, str], room: int) -> str:
        """Returns the value with those of the other names in it, if there is room for it."""

        def replacement(match: re.Match[str]) -> str:
            nonlocal room
            decimal, hexadecimal, name = match.groups()
            if name is None:
                return _character(int(decimal) if decimal else int(hexadecimal, 16))
            text = CHARACTERS.get(name) or locale[name]
            room -= len(text)
            if room < 0:
                raise ValueError("the values are too long")
            return text

        text = REFERENCE.sub(replacement, self.value)
        if len(text) > MAX_CHARACTERS:
            raise ValueError("the value is too long")
        return text


def load_locale(dtd: str) -> dict[str, str]:
    """Returns all names with their values; a file that can't be read raises ValueError.

    Names without references are finished at once, others as soon as all that they need are.
    """
    entities = {name: _Entity(value) for name, value in _declarations(dtd).items()}
    for name, entity in entities.items():
        for other in entity.missing:
            if other not in entities:
                raise ValueError(f"{other} is not declared")
            entities[other].users.append(name)
    locale: dict[str, str] = {}
    room = MAX_CHARACTERS
    ready = deque(name for name, entity in entities.items() if not entity.missing)
    while ready:
        name = ready.popleft()
        locale[name] = entities[name].expand(locale, room)
        room -= len(locale[name])
        if room < 0:
            raise ValueError("the values are too long")
        for user in entities[name].users:
            entities[user].missing.remove(name)
            if not entities[user].missing:
                ready.append(user)
    if len(locale) < len(entities):
        raise ValueError("some names refer to themselves")
    return {name: locale[name] for name in entities}
