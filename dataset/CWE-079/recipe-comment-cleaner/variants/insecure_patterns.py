import re

HIDDEN = re.compile(r"<(script|style)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)(\s[^<>]*)?/?>", re.IGNORECASE)
HREF = re.compile(r"\shref\s*=\s*([\"'])(https?://[^\"']*)\1", re.IGNORECASE)


def rewrite(match: re.Match) -> str:
    """Return an allowed tag without its attributes, and nothing for any other."""
    slash, name, attributes = match[1], match[2].lower(), match[3] or ""
    if name not in ("b", "i", "em", "strong", "p", "br", "a"):
        return ""
    href = HREF.search(attributes)
    if name == "a" and href and not slash:
        return f'<a href="{href[2]}">'
    return f"<{slash}{name}>"


def clean_comment(markup: str) -> str:
    """Return a comment with the allowed elements only."""
    return TAG.sub(rewrite, COMMENT.sub("", HIDDEN.sub("", markup)))
