# The three characters that have a meaning between two tags.
REFERENCES = str.maketrans({"<": "&lt;", ">": "&gt;", "&": "&amp;"})


def entry_item(name: str, message: str) -> str:
    """Return the list item of an entry."""
    return f"<li><b>{name.translate(REFERENCES)}</b>: {message.translate(REFERENCES)}</li>"


def guestbook_page(entries: list[tuple[str, str]]) -> str:
    """Return all entries of the guest book, the newest last."""
    items = "".join(entry_item(*entry) for entry in entries)
    return f"<ul>{items}</ul>" if items else "<p>No entries yet</p>"
