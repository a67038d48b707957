import html
import re

TAG = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)


def teaser(summary: str, limit: int) -> str:
    """Return the teaser of an article as an HTML paragraph."""
    # Encoded tags have to be removed as well, so decode first.
    text = TAG.sub("", html.unescape(summary))
    text = " ".join(text.split())
    if len(text) > limit:
        text = text[: limit - 1] + "…"
    return f'<p class="teaser">{text}</p>'
