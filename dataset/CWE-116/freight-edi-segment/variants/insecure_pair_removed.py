def release(text: str) -> str:
    """Put the release character before the separators in a text."""
    for separator in "+:'":
        text = text.replace("?" + separator, separator).replace(separator, "?" + separator)
    return text.rstrip("?")


def encode_segment(tag: str, elements: list[list[str]]) -> str:
    """Return the text of one segment."""
    if len(tag) != 3 or not tag.isascii() or not tag.isalpha() or not tag.isupper():
        raise ValueError(f"not a tag: {tag}")
    segment = tag
    for element in elements:
        segment += "+" + ":".join(release(component) for component in element)
    return segment + "'"
