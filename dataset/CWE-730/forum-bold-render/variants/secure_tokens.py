"""Renders bold text in forum posts: tag by tag, with the last open one remembered."""

import re


class _Post:
    """The parts of a post, of which one may be a beginning that waits for its end."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.open_at: int | None = None

    def add(self, token: str) -> None:
        if token == "[b]" and self.open_at is None:
            self.open_at = len(self.parts)
        elif token == "[/b]" and self.open_at is not None:
            self.parts[self.open_at] = "<b>"
            self.open_at, token = None, "</b>"
        self.parts.append(token)


def render_bold(text: str) -> str:
    """Return a post with its bold passages as HTML."""
    post = _Post()
    for token in re.split(r"(\[/?b\])", text):
        post.add(token)
    return "".join(post.parts)
