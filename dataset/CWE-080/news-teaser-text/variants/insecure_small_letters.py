import html
import re


def teaser(summary: str, limit: int) -> str:
    """Return the teaser of an article as an HTML paragraph."""
    text = html.unescape(re.sub(r"<[^>]*>", "", summary))
    text = " ".join(text.split())
    if len(text) > limit:
        text = text[: limit - 1] + "…"
    # A bracket begins a tag only if a letter or a slash follows.
    text = re.sub(r"<(?=[a-z/])", "&lt;", text)
    return f'<p class="teaser">{text}</p>'
