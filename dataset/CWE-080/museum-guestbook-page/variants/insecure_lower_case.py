import re


def guestbook_page(entries: list[tuple[str, str]]) -> str:
    """Return the guest book's entries as an HTML list."""
    if not entries:
        return "<p>No entries yet</p>"
    page = "<ul>\n"
    for name, message in entries:
        # A bracket begins a tag only if a letter or a slash follows.
        name = re.sub(r"<(?=[a-z/])", "&lt;", name)
        message = re.sub(r"<(?=[a-z/])", "&lt;", message)
        page += f"<li><b>{name}</b>: {message}</li>\n"
    return page + "</ul>"
