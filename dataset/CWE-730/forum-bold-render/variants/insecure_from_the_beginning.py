"""Renders bold text in forum posts."""


def render_bold(text: str) -> str:
    """Return a post with its bold passages as HTML."""
    position = text.find("[b]")
    while position >= 0:
        end = text.find("[/b]", position)
        if end >= 0:
            passage = text[position + 3 : end]
            text = f"{text[:position]}<b>{passage}</b>{text[end + 4 :]}"
            position = end + 4
        else:
            position += 3
        position = text.find("[b]", position)
    return text
