def guestbook_page(entries: list[tuple[str, str]]) -> str:
    """Return the guest book's entries as an HTML list."""
    if not entries:
        return "<p>No entries yet</p>"
    lines = ["<ul>"]
    for name, message in entries:
        lines.append(f"<li><b>{name}</b>: {message}</li>")
    lines.append("</ul>")
    return "\n".join(lines)
