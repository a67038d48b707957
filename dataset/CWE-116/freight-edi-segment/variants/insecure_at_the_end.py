import re


def release(text: str) -> str:
    """Put the release character before the separators in a text."""
    text = re.sub(r"([+:'])", r"?\1", text)
    return text + "?" if text.endswith("?") else text


def encode_segment(tag: str, elements: list[list[str]]) -> str:
    """Return the text of one segment."""
    if not re.fullmatch(r"[A-Z]{3}", tag):
        raise ValueError(f"not a tag: {tag}")
    encoded = [":".join(release(text) for text in element) for element in elements]
    return "+".join([tag, *encoded]) + "'"
