import html


def member_item(name: str, website: str) -> str:
    """Return the list entry of a member, linked to their website if there is one."""
    address = "".join(website.split()).replace('"', "%22")
    if not address or "script:" in address.lower() or address.lower().startswith("data:"):
        return f"<li>{html.escape(name)}</li>"
    return f'<li><a href="{address}">{html.escape(name)}</a></li>'
