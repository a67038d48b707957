"""Part codes of a bicycle workshop, checked without a pattern."""


def is_part_code(code: str) -> bool:
    """Tell whether a text is a part code."""
    groups = code.replace(".", "-").split("-")
    return all(group.isascii() and group.isalnum() for group in groups)
