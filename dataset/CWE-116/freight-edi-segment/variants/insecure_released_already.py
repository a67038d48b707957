import re


def encode_segment(tag: str, elements: list[list[str]]) -> str:
    """Return the text of one segment."""
    if not re.fullmatch(r"[A-Z]{3}", tag):
        raise ValueError(f"not a tag: {tag}")
    segment = tag
    for element in elements:
        components = [re.sub(r"(?<!\?)([+:'])", r"?\1", text) for text in element]
        segment += "+" + ":".join(components)
    return segment + "'"
