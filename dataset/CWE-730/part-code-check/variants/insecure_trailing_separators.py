"""Part codes of a bicycle workshop."""

import re

TRAILING_SEPARATORS = re.compile(r"[-.]+$")
GROUP = re.compile(r"[A-Za-z0-9]+")


def is_part_code(code: str) -> bool:
    """Tell whether a text is a part code."""
    if TRAILING_SEPARATORS.search(code):
        return False
    return all(GROUP.fullmatch(group) for group in re.split(r"[-.]", code))
