import io
from collections.abc import Iterable


class SegmentWriter:
    """Writes a segment character by character and knows what has a meaning where."""

    def __init__(self, tag: str) -> None:
        if not (len(tag) == 3 and tag.isascii() and tag.isalpha() and tag.isupper()):
            raise ValueError(f"bad tag {tag!r}")
        self.out = io.StringIO(newline="")
        self.out.write(tag)

    def component(self, text: str) -> None:
        """Write the text of one component; letters, digits and blanks need no release."""
        for char in str(text):
            if not char.isalnum() and char != " ":
                self.out.write("?")
            self.out.write(char)

    def element(self, components: Iterable[str]) -> None:
        """Write one element with its components."""
        separator = "+"
        for text in components:
            self.out.write(separator)
            self.component(text)
            separator = ":"

    def end(self) -> str:
        """End the segment and return it."""
        return self.out.getvalue() + "'"


def encode_segment(tag: str, elements: list[list[str]]) -> str:
    """Return the text of one segment."""
    writer = SegmentWriter(tag)
    for element in elements:
        writer.element(element)
    return writer.end()
