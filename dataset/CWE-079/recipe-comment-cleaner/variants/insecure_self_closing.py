import html
from html.parser import HTMLParser

ALLOWED = {"b", "i", "em", "strong", "p", "br", "a"}
HIDDEN = {"script", "style"}


class Cleaner(HTMLParser):
    """Collects the allowed tags and the text of a comment."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in HIDDEN:
            self.hidden = True
        elif tag in ALLOWED:
            href = dict(attrs).get("href") or ""
            if tag == "a" and href.lower().startswith(("http://", "https://")):
                self.parts.append(f'<a href="{html.escape(href)}">')
            else:
                self.parts.append(f"<{tag}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ALLOWED and not self.hidden:
            self.parts.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in HIDDEN:
            self.hidden = False
        elif tag in ALLOWED and tag != "br":
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(html.escape(data, quote=False))


def clean_comment(markup: str) -> str:
    """Return a comment with the allowed elements only."""
    cleaner = Cleaner()
    cleaner.feed(markup)
    cleaner.close()
    return "".join(cleaner.parts)
