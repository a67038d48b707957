import html


def member_item(name: str, website: str) -> str:
    """Return the list entry of a member, linked to their website if there is one."""
    label = html.escape(name)
    if not website:
        return f"<li>{label}</li>"
    return f'<li><a href="{html.escape(website)}">{label}</a></li>'
