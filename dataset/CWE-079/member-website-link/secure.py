import html
from urllib.parse import urlsplit


def is_web_address(text: str) -> bool:
    """Tell whether a text is an address of the web; other schemes can carry script."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.netloc != ""


def member_item(name: str, website: str) -> str:
    """Return the list entry of a member, linked to their website if there is one."""
    label = html.escape(name)
    if not is_web_address(website):
        return f"<li>{label}</li>"
    return f'<li><a href="{html.escape(website)}">{label}</a></li>'
