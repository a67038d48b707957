from string import ascii_uppercase

RELEASED = str.maketrans({special: f"?{special}" for special in "?+:'"})


def encode_segment(tag: str, elements: list[list[str]]) -> str:
    """Return the text of one segment."""
    if len(tag) != 3 or not set(tag) <= set(ascii_uppercase):
        raise ValueError("a tag has three capital letters")
    segment = tag
    for element in elements:
        segment += "+" + ":".join(component.translate(RELEASED) for component in element)
    return segment + "'"
