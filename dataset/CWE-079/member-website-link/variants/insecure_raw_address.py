import html
from urllib.parse import urlparse


def member_item(name: str, website: str) -> str:
    """Return the list entry of a member, linked to their website if there is one."""
    label = html.escape(name)
    if urlparse(website).scheme not in ("http", "https"):
        return f"<li>{label}</li>"
    return f'<li><a href="{website}" target="_blank" rel="noopener">{label}</a></li>'
