from html.parser import HTMLParser


class TextCollector(HTMLParser):
    """Collects the text between the tags."""

    def __init__(self):
        super().__init__()
        self.text = ""

    def handle_data(self, data):
        self.text += data


def teaser(summary: str, limit: int) -> str:
    """Return the teaser of an article as an HTML paragraph."""
    collector = TextCollector()
    collector.feed(summary)
    text = " ".join(collector.text.split())
    if len(text) > limit:
        text = text[: limit - 1] + "…"
    return f'<p class="teaser">{text}</p>'
