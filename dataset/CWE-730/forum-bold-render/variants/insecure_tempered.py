"""Renders bold text in forum posts."""

import re

# No end within a passage, so that nothing has to be tried twice.
BOLD = re.compile(r"\[b\]((?:(?!\[/b\]).)*)\[/b\]", re.DOTALL)


def render_bold(text: str) -> str:
    """Return a post with its bold passages as HTML."""
    return BOLD.sub(r"<b>\1</b>", text)
