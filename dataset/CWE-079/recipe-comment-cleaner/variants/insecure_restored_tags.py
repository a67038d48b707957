import html
import re

HIDDEN = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
OTHER_TAG = re.compile(r"</?(?!(?:b|i|em|strong|p|br|a)\b)[a-z][^>]*>", re.IGNORECASE)
ESCAPED_TAG = re.compile(r"&lt;(/?(?:b|i|em|strong|p|br)\b.*?|/a)&gt;", re.IGNORECASE)
ESCAPED_LINK = re.compile(r"&lt;a\b(?:.*?\shref=(\"https?://[^\"\s]*\"))?.*?&gt;", re.IGNORECASE)


def clean_comment(markup: str) -> str:
    """Return a comment with the allowed elements only."""
    rest = OTHER_TAG.sub("", HIDDEN.sub("", markup))
    # Everything is escaped first; then the allowed tags are put back.
    rest = html.escape(html.unescape(rest), quote=False)
    rest = ESCAPED_LINK.sub(lambda tag: f"<a href={tag[1]}>" if tag[1] else "<a>", rest)
    return ESCAPED_TAG.sub(r"<\1>", rest)
