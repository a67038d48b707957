import html
import re

WEB_ADDRESS = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)


def member_item(name: str, website: str) -> str:
    """Return the list entry of a member; whatever isn't a proper web address is left out."""
    entry = html.escape(name)
    if WEB_ADDRESS.fullmatch(website):
        entry = f'<a href="{html.escape(website)}" rel="nofollow ugc">{entry}</a>'
    return "<li>" + entry + "</li>"
