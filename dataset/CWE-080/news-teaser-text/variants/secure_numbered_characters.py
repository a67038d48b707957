import re
from html.parser import HTMLParser
from io import StringIO


class TeaserWriter(HTMLParser):
    """Writes a teaser while it reads a summary."""

    def __init__(self) -> None:
        super().__init__()
        self.text = StringIO()

    def handle_data(self, data: str) -> None:
        self.text.write(data)

    def html(self, limit: int) -> str:
        text = re.sub(r"\s+", " ", self.text.getvalue()).strip()
        if len(text) > limit:
            text = f"{text[: limit - 1]}\N{HORIZONTAL ELLIPSIS}"
        # Everything in ASCII but letters, digits and blanks as a number.
        text = re.sub(r"[!-/:-@\[-`{-~]", lambda match: f"&#{ord(match[0])};", text)
        return f'<p class="teaser">{text}</p>'


def teaser(summary: str, limit: int) -> str:
    """Return the teaser of an article as an HTML paragraph."""
    writer = TeaserWriter()
    writer.feed(summary)
    writer.close()
    return writer.html(limit)
