import re
from collections.abc import Iterator


class GuestBook:
    """The guest book; it writes all but letters, digits and blanks as numbered references."""

    def __init__(self, entries: list[tuple[str, str]]) -> None:
        self.entries = entries

    @staticmethod
    def text(typed: str) -> str:
        return re.sub(r"[^\w ]", lambda character: f"&#{ord(character[0])};", typed)

    def lines(self) -> Iterator[str]:
        if not self.entries:
            yield "<p>No entries yet</p>"
            return
        yield "<ul>"
        for name, message in self.entries:
            yield f"  <li><b>{self.text(name)}</b>: {self.text(message)}</li>"
        yield "</ul>"


def guestbook_page(entries: list[tuple[str, str]]) -> str:
    """Return the guest book as HTML."""
    return "\n".join(GuestBook(entries).lines())
