import html
import re

TAG = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)
BLANKS = re.compile(r"[ \t\r\n\f]+")


def plain_text(markup: str) -> str:
    """Return the text of a piece of HTML, good enough to be read."""
    return BLANKS.sub(" ", html.unescape(TAG.sub("", markup))).strip(" ")


def shorten(text: str, limit: int) -> str:
    """Return the text, cut to so many characters if necessary."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def teaser(summary: str, limit: int) -> str:
    """Return the teaser; only the last step makes HTML of the text."""
    text = shorten(plain_text(summary), limit)
    return '<p class="teaser">' + html.escape(text, quote=False) + "</p>"
