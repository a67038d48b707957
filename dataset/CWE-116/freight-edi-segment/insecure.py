def release(text: str) -> str:
    """Put the release character before the separators in a text."""
    return text.replace("+", "?+").replace(":", "?:").replace("'", "?'")


def encode_segment(tag: str, elements: list[list[str]]) -> str:
    """Return the text of one segment."""
    if len(tag) != 3 or not tag.isalpha() or not tag.isupper():
        raise ValueError(f"not a tag: {tag}")
    parts = [tag]
    for element in elements:
        parts.append(":".join(release(component) for component in element))
    return "+".join(parts) + "'"
