"""Renders bold text in forum posts."""

BEGIN, END = "[b]", "[/b]"


def render_bold(text: str) -> str:
    """Return a post with its bold passages as HTML."""
    parts = []
    position = 0
    while True:
        begin = text.find(BEGIN, position)
        end = text.find(END, begin + len(BEGIN)) if begin >= 0 else -1
        # Where no end follows, none follows any later beginning.
        if end < 0:
            parts.append(text[position:])
            return "".join(parts)
        parts += [text[position:begin], "<b>", text[begin + len(BEGIN) : end], "</b>"]
        position = end + len(END)
