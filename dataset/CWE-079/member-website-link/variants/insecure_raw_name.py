import html
from urllib.parse import urlparse


def member_item(name: str, website: str) -> str:
    """Return the list entry of a member, linked to their website if there is one."""
    url = urlparse(website)
    if url.scheme in ("http", "https") and url.netloc:
        return f'<li><a href="{html.escape(website)}">{name}</a></li>'
    return f"<li>{name}</li>"
