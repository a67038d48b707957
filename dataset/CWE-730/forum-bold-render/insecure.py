"""Renders bold text in forum posts."""

import re

BOLD = re.compile(r"\[b\](.*?)\[/b\]", re.DOTALL)


def render_bold(text: str) -> str:
    """Return a post with its bold passages as HTML."""
    return BOLD.sub(r"<b>\1</b>", text)
