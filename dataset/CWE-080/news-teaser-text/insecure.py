import html
import re


def teaser(summary: str, limit: int) -> str:
    """Return the teaser of an article as an HTML paragraph."""
    text = re.sub(r"<[^<>]+>", "", summary)
    text = html.unescape(text)
    text = " ".join(text.split())
    if len(text) > limit:
        text = text[: limit - 1] + "…"
    return f'<p class="teaser">{text}</p>'
