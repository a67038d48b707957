import html
import re
from html.parser import HTMLParser

ALLOWED = {"b", "i", "em", "strong", "p", "br", "a"}
WEB_ADDRESS = re.compile(r"^https?://", re.IGNORECASE | re.MULTILINE)


class Cleaner(HTMLParser):
    """Collects the allowed tags and the text of a comment."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self.hidden = True
        elif tag == "a":
            href = dict(attrs).get("href")
            if href and WEB_ADDRESS.search(href):
                self.parts.append(f"<a href=\"{html.escape(href)}\">")
            else:
                self.parts.append("<a>")
        elif tag in ALLOWED:
            self.parts.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self.hidden = False
        elif tag in ALLOWED and tag != "br":
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(html.escape(data))


def clean_comment(markup: str) -> str:
    """Return a comment with the allowed elements only."""
    cleaner = Cleaner()
    cleaner.feed(markup)
    cleaner.close()
    return "".join(cleaner.parts)
