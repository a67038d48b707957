"""Renders bold text in forum posts: goes from end to end, and looks for the beginning of each."""


def render_bold(text: str) -> str:
    """Return a post with its bold passages as HTML."""
    rendered = []
    done = 0
    end = text.find("[/b]")
    while end >= 0:
        start = text.find("[b]", done)
        if 0 <= start < end:
            rendered += [text[done:start], "<b>", text[start + 3 : end], "</b>"]
            done = end + 4
        end = text.find("[/b]", end + 4)
    return "".join(rendered) + text[done:]
