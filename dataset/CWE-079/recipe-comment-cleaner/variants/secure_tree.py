from html.parser import HTMLParser
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, TreeBuilder, tostring

DEEPEST = 50
SIMPLE = frozenset({"b", "i", "em", "strong", "p"})


def is_web_address(address: str) -> bool:
    """Tell whether a link may lead there."""
    try:
        return urlsplit(address).scheme in ("http", "https") and "://" in address
    except ValueError:
        return False


class Reader(HTMLParser):
    """Builds a tree of allowed elements; the serialiser closes and escapes what it has to."""

    def __init__(self) -> None:
        super().__init__()
        self.builder = TreeBuilder()
        self.open = ["div"]
        self.builder.start("div", {})
        self.ignored = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self.ignored += 1
        elif tag == "br":
            self.builder.start("br", {})
            self.builder.end("br")
        elif (tag == "a" or tag in SIMPLE) and len(self.open) < DEEPEST:
            links = [value for name, value in attrs if tag == "a" and name == "href" and value]
            allowed = links and is_web_address(links[0])
            self.builder.start(tag, {"href": links[0]} if allowed else {})
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self.ignored = max(0, self.ignored - 1)
        elif tag in self.open[1:]:
            while self.builder.end(self.open.pop()).tag != tag:
                continue

    def handle_data(self, data: str) -> None:
        if not self.ignored:
            self.builder.data(data)

    def tree(self) -> Element:
        """Return the tree of all that was read."""
        self.close()
        while self.open:
            self.builder.end(self.open.pop())
        return self.builder.close()


def clean_comment(markup: str) -> str:
    """Return a comment with the allowed elements only."""
    reader = Reader()
    reader.feed(markup)
    result = tostring(reader.tree(), encoding="unicode", method="html")
    return result.removeprefix("<div>").removesuffix("</div>")
