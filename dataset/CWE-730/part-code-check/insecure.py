"""Part codes of a bicycle workshop."""

import re

PART_CODE = re.compile(r"^([A-Za-z0-9]+[-.]?)*[A-Za-z0-9]$")


def is_part_code(code: str) -> bool:
    """Tell whether a text is a part code."""
    return PART_CODE.match(code) is not None
