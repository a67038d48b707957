import html


def guestbook_page(entries: list[tuple[str, str]]) -> str:
    """Return the guest book's entries as an HTML list."""
    if not entries:
        return "<p>No entries yet</p>"
    items = ""
    for name, message in entries:
        items += f"<li><b>{name}</b>: {html.escape(message)}</li>\n"
    return f"<ul>\n{items}</ul>"
