from collections.abc import Iterator
from html import unescape
from itertools import islice
from xml.etree.ElementTree import Element, tostring


def text_parts(markup: str) -> Iterator[str]:
    """Yield the texts between the tags; a bracket without a partner belongs to the text."""
    position = 0
    while (start := markup.find("<", position)) >= 0:
        end = markup.find(">", start)
        if end < 0:
            break
        yield markup[position:start]
        position = end + 1
    yield markup[position:]


def teaser(summary: str, limit: int) -> str:
    """Return the teaser as an element, whose serialiser escapes the text."""
    words = unescape("".join(text_parts(summary))).split()
    text = " ".join(words)
    shown = "".join(islice(text, limit))
    paragraph = Element("p", {"class": "teaser"})
    paragraph.text = shown if shown == text else shown[:-1] + "…"
    return tostring(paragraph, encoding="unicode", method="html")
