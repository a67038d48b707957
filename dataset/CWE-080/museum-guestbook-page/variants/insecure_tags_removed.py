import re

# A tag, also one without an end.
TAG = re.compile(r"</?[a-z!?][^>]*>?", re.IGNORECASE)


def guestbook_page(entries: list[tuple[str, str]]) -> str:
    """Return the guest book's entries as an HTML list, without tags of the visitors."""
    if not entries:
        return "<p>No entries yet</p>"
    lines = ["<ul>"]
    for name, message in entries:
        lines.append(f"<li><b>{TAG.sub('', name)}</b>: {TAG.sub('', message)}</li>")
    return "\n".join([*lines, "</ul>"])
