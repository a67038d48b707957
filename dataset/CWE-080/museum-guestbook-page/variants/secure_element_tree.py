import xml.etree.ElementTree as ElementTree
from xml.etree.ElementTree import Element, SubElement


def guestbook_page(entries: list[tuple[str, str]]) -> str:
    """Build the list as a tree of elements; the serialiser escapes all texts."""
    if entries:
        root = Element("ul")
        for name, message in entries:
            item = SubElement(root, "li")
            bold = SubElement(item, "b")
            bold.text = name
            bold.tail = f": {message}"
    else:
        root = Element("p")
        root.text = "No entries yet"
    return ElementTree.tostring(root, encoding="unicode", method="html")
