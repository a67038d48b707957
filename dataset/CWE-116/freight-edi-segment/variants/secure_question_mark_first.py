RELEASE = "?"
SEPARATORS = "+:'"


def released(text: str) -> str:
    """Return a text in which no character is read as a separator."""
    # The release character comes first, or it would be put before those that are added here.
    for special in RELEASE + SEPARATORS:
        text = text.replace(special, RELEASE + special)
    return text


def encode_segment(tag: str, elements: list[list[str]]) -> str:
    """Return the text of one segment."""
    if len(tag) != 3 or any(not "A" <= letter <= "Z" for letter in tag):
        raise ValueError("not the tag of a segment")
    encoded = (":".join(map(released, element)) for element in elements)
    return "+".join([tag, *encoded]) + "'"
