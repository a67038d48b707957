"""Renders bold text in forum posts: the text between two ends has one passage at most."""


def render_bold(text: str) -> str:
    """Return a post with its bold passages as HTML."""
    *closed, rest = text.split("[/b]")
    rendered = []
    for piece in closed:
        before, tag, passage = piece.partition("[b]")
        rendered.append(f"{before}<b>{passage}</b>" if tag else f"{piece}[/b]")
    return "".join(rendered) + rest
