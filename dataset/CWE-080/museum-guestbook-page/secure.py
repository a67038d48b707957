from html import escape


def guestbook_page(entries: list[tuple[str, str]]) -> str:
    """Return the guest book's entries as an HTML list; what visitors wrote stays text."""
    if not entries:
        return "<p>No entries yet</p>"
    items = [f"<li><b>{escape(name)}</b>: {escape(message)}</li>" for name, message in entries]
    return "\n".join(["<ul>", *items, "</ul>"])
