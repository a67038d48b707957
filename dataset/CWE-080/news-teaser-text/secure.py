from html import escape
from html.parser import HTMLParser


class _Text(HTMLParser):
    """Collects the text of a piece of HTML, with its character references decoded."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.feed(markup)
        self.close()

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)


def teaser(summary: str, limit: int) -> str:
    """Return the teaser of an article as an HTML paragraph."""
    text = " ".join("".join(_Text(summary).pieces).split())
    if len(text) > limit:
        text = text[: limit - 1] + "…"
    # Decoded text may look like a tag, so it becomes HTML again as the last step.
    return f'<p class="teaser">{escape(text)}</p>'
