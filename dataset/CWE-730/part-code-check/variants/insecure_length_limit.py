"""Part codes of a bicycle workshop."""

import re

MAX_LENGTH = 1000
PART_CODE = re.compile(r"([A-Za-z0-9]+[-.]?)+(?<![-.])")


def is_part_code(code: str) -> bool:
    """Tell whether a text is a part code; nobody has codes of more than 1000 characters."""
    if len(code) > MAX_LENGTH:
        return False
    return PART_CODE.fullmatch(code) is not None
