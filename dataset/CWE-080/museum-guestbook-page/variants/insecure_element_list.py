import re

ACTIVE_ELEMENTS = re.compile(
    r"</?(?:script|iframe|frame|object|embed|applet|style|link|meta|base|form)\b[^>]*>",
    re.IGNORECASE,
)


def guestbook_page(entries: list[tuple[str, str]]) -> str:
    """Return the guest book's entries as an HTML list, without active elements."""
    if not entries:
        return "<p>No entries yet</p>"
    items = []
    for entry in entries:
        name, message = (ACTIVE_ELEMENTS.sub("", text) for text in entry)
        items.append(f"<li><b>{name}</b>: {message}</li>")
    return "<ul>\n" + "\n".join(items) + "\n</ul>"
