def clean(text: str) -> str:
    """Remove script tags from a text."""
    return text.replace("<script>", "").replace("</script>", "")


def guestbook_page(entries: list[tuple[str, str]]) -> str:
    """Return the guest book's entries as an HTML list."""
    if not entries:
        return "<p>No entries yet</p>"
    items = [f"<li><b>{clean(name)}</b>: {clean(message)}</li>" for name, message in entries]
    return "<ul>" + "".join(items) + "</ul>"
