import html
from urllib.parse import urlsplit


def scheme_of(address: str) -> str:
    """Return the scheme of an address in small letters, or an empty text."""
    try:
        return urlsplit(address).scheme
    except ValueError:
        return ""


def member_item(name: str, website: str) -> str:
    """Return the list entry of a member, linked to their website if there is one."""
    label = html.escape(name)
    if not website or scheme_of(website) not in ("", "http", "https"):
        return f"<li>{label}</li>"
    return f'<li><a href="{html.escape(website)}">{label}</a></li>'
