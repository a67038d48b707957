"""Part codes of a bicycle workshop."""

import re

PART_CODE = re.compile(r"[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*")


def is_part_code(code: str) -> bool:
    """Tell whether a text is a part code.

    Each iteration of the pattern's loop must begin with a separator, so there is only one way
    to match a text, and a text that doesn't match is found out in linear time.
    """
    return PART_CODE.fullmatch(code) is not None
