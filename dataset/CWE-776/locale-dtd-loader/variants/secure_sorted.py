"""Translations in DTD files: read by hand, and joined in the order in which they use each other."""

import string
from graphlib import CycleError, TopologicalSorter

LIMIT = 200_000
BLANKS = " \t\r\n"
NAME = string.ascii_letters + string.digits + ".-_"
CHARACTERS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}

# A part of a value is a pair: (True, a name) or (False, a text).
Part = tuple[bool, str]


def _is_name(text: str) -> bool:
    return text != "" and text[0] in string.ascii_letters and all(c in NAME for c in text)


def _number(text: str) -> str:
    """Returns the character that a reference such as #228 or #xE4 stands for."""
    digits, base = (text[2:], 16) if text.startswith("#x") else (text[1:], 10)
    allowed = string.hexdigits if base == 16 else string.digits
    if digits == "" or any(digit not in allowed for digit in digits):
        raise ValueError(f"&{text}; is no reference")
    number = int(digits, base)
    if number > 0x10FFFF or 0xD800 <= number < 0xE000:
        raise ValueError(f"&{text}; is no character")
    return chr(number)


def _split(value: str) -> list[Part]:
    """Splits a value at its references."""
    first, *rest = value.split("&")
    parts: list[Part] = [(False, first)]
    for piece in rest:
        reference, semicolon, text = piece.partition(";")
        if reference in CHARACTERS and semicolon:
            parts.append((False, CHARACTERS[reference]))
        elif reference.startswith("#") and semicolon:
            parts.append((False, _number(reference)))
        elif _is_name(reference) and semicolon:
            parts.append((True, reference))
        else:
            raise ValueError(f"&{piece[:20]} is no reference")
        parts.append((False, text))
    return parts


class _File:
    """The text of a file, read from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    def take(self, start: str) -> bool:
        """Steps over the text if it comes next."""
        if not self.text.startswith(start, self.position):
            return False
        self.position += len(start)
        return True

    def until(self, end: str) -> str:
        """Returns what comes before the text, and steps over both."""
        found = self.text.find(end, self.position)
        if found == -1:
            raise ValueError(f"{end} is missing")
        taken = self.text[self.position : found]
        self.position = found + len(end)
        return taken

    def run(self, letters: str) -> str:
        """Returns the letters of this kind that come next, and steps over them."""
        start = self.position
        while self.position < len(self.text) and self.text[self.position] in letters:
            self.position += 1
        return self.text[start : self.position]

    def declaration(self) -> tuple[str, str]:
        """Returns the name and the value of the declaration that comes next."""
        if not self.take("<!ENTITY") or not self.run(BLANKS):
            raise ValueError(f"no declaration at {self.position}")
        name = self.run(NAME)
        if not _is_name(name) or not self.run(BLANKS):
            raise ValueError(f"no name at {self.position}")
        quote = '"' if self.take('"') else "'"
        if quote == "'" and not self.take("'"):
            raise ValueError(f"no value at {self.position}")
        value = self.until(quote)
        self.run(BLANKS)
        if not self.take(">"):
            raise ValueError(f"no > at {self.position}")
        return name, value


def _declarations(dtd: str) -> dict[str, list[Part]]:
    file, values = _File(dtd), {}
    while True:
        file.run(BLANKS)
        if file.take("<!--"):
            file.until("-->")
        elif file.position < len(dtd):
            name, value = file.declaration()
            parts = _split(value)
            values.setdefault(name, parts)
        else:
            return values


def load_locale(dtd: str) -> dict[str, str]:
    """Returns all names with their values; a file that can't be read raises ValueError."""
    values = _declarations(dtd)
    uses = {key: {text for is_name, text in parts if is_name} for key, parts in values.items()}
    if unknown := set().union(*uses.values()) - values.keys():
        raise ValueError(f"not declared: {unknown}")
    try:
        order = list(TopologicalSorter(uses).static_order())
    except CycleError as error:
        raise ValueError("names refer to themselves") from error
    lengths, total = {}, 0
    for key in order:
        lengths[key] = sum(lengths[text] if is_name else len(text) for is_name, text in values[key])
        total += lengths[key]
        if total > LIMIT:
            raise ValueError("the values are too long altogether")
    locale: dict[str, str] = {}
    for key in order:
        locale[key] = "".join(locale[text] if is_name else text for is_name, text in values[key])
    return {key: locale[key] for key in values}
