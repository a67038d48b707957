import html
import re


def member_item(name: str, website: str) -> str:
    """Return the list entry of a member, linked to their website if there is one."""
    label = html.escape(name, quote=False)
    if not re.match(r"https?://", website, re.IGNORECASE):
        return f"<li>{label}</li>"
    address = html.escape(website)
    return f'<li><a href="{address}" title="Website of {label}" rel="ugc">{label}</a></li>'
