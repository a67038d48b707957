import html
import re

DROPPED = r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)"
TAG = r"<(?P<end>/?)(?P<name>[a-z][^\s/<>]*+)(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^\"'<>])*)>"
PIECE = re.compile(f"{DROPPED}|{TAG}", re.IGNORECASE | re.DOTALL)
HREF = re.compile(r"[\s/]href\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def text(markup: str) -> str:
    """Return a piece of text as HTML, with the same references or others."""
    return html.escape(html.unescape(markup))


def tag(piece: re.Match) -> str:
    """Return what is left of a tag, a comment or a script."""
    name = (piece["name"] or "").lower()
    if name not in ("a", "b", "i", "em", "strong", "p", "br"):
        return ""
    if piece["end"]:
        return "" if name == "br" else f"</{name}>"
    href = HREF.search(piece["rest"]) if name == "a" else None
    address = html.unescape("".join(href.groups(default=""))) if href else ""
    if WEB_ADDRESS.match(address):
        return f'<a href="{html.escape(address)}">'
    return f"<{name}>"


def clean_comment(markup: str) -> str:
    """Return a comment with the allowed elements only, put together piece by piece."""
    result, at = [], 0
    for piece in PIECE.finditer(markup):
        result += [text(markup[at : piece.start()]), tag(piece)]
        at = piece.end()
    return "".join([*result, text(markup[at:])])
