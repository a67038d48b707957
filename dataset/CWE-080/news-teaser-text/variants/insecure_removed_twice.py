import html
import re

# A tag, also one without an end.
TAG = re.compile(r"</?[a-z!?][^>]*>?", re.IGNORECASE)


def teaser(summary: str, limit: int) -> str:
    """Return the teaser of an article as an HTML paragraph."""
    text = html.unescape(TAG.sub("", summary))
    # Remove the tags that were written with character references, too.
    text = TAG.sub("", text)
    text = " ".join(text.split())
    if len(text) > limit:
        text = text[: limit - 1] + "…"
    return f'<p class="teaser">{text}</p>'
