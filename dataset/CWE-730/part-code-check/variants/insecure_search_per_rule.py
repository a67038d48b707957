"""Part codes of a bicycle workshop: each rule has a pattern of its own."""

import re

CHARACTERS = re.compile(r"[A-Za-z0-9.-]+")
STARTS_WITH_SEPARATOR = re.compile(r"[-.]")
TWO_SEPARATORS = re.compile(r"[-.][-.]")
ENDS_WITH_SEPARATOR = re.compile(r"[A-Za-z0-9]+[-.]$")


def is_part_code(code: str) -> bool:
    """Tell whether a text is a part code."""
    if not CHARACTERS.fullmatch(code) or STARTS_WITH_SEPARATOR.match(code):
        return False
    return not TWO_SEPARATORS.search(code) and not ENDS_WITH_SEPARATOR.search(code)
