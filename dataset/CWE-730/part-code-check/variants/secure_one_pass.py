"""Part codes of a bicycle workshop, read character by character."""

import string

GROUP_CHARACTERS = frozenset(string.ascii_letters + string.digits)
SEPARATORS = frozenset("-.")


def is_part_code(code: str) -> bool:
    """Tell whether a text is a part code."""
    in_group = False
    for character in code:
        if character in GROUP_CHARACTERS:
            in_group = True
        elif character in SEPARATORS and in_group:
            in_group = False
        else:
            return False
    return in_group
