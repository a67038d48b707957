import re

TAG = re.compile(r"[A-Z]{3}")
SPECIAL = re.compile(r"[?+:']")


def encode_segment(tag: str, elements: list[list[str]]) -> str:
    """Return the text of one segment; its special characters are released in a single pass."""
    if not TAG.fullmatch(tag):
        raise ValueError(f"not a tag: {tag!r}")
    parts = [tag]
    for element in elements:
        parts.append(":".join(SPECIAL.sub(r"?\g<0>", component) for component in element))
    return "+".join(parts) + "'"
