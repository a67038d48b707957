import html
import re

TAG = re.compile(r"</?[a-z][^>]*>?", re.IGNORECASE)


def teaser(summary: str, limit: int) -> str:
    """Return the teaser of an article as an HTML paragraph."""
    text = TAG.sub("", html.unescape(summary))
    # Some partners encode their texts twice.
    text = html.unescape(text)
    text = re.sub(r"\s+", " ", text).strip()
    if len(text) > limit:
        text = text[: limit - 1] + "…"
    return f'<p class="teaser">{text}</p>'
