import html


def member_item(name: str, website: str) -> str:
    """Return the list entry of a member, linked to their website if there is one."""
    label = html.escape(name)
    website = website.strip()
    if not website or website.lower().startswith("javascript:"):
        return f"<li>{label}</li>"
    return f'<li><a href="{html.escape(website)}">{label}</a></li>'
