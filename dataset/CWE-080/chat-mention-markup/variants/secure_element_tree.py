import re
from xml.etree.ElementTree import Element, SubElement, tostring


def render_message(text: str, members: set[str]) -> str:
    """Build the message as a tree, whose serialiser escapes all texts."""
    message = Element("div")
    message.text = ""
    last = None
    for piece in re.findall(r"\n|@[A-Za-z0-9_]+|[^\n@]+|@", text):
        if piece == "\n":
            last = SubElement(message, "br")
            last.tail = ""
        elif piece[1:] in members and piece[0] == "@":
            last = SubElement(message, "span", {"class": "mention"})
            last.text, last.tail = piece, ""
        elif last is None:
            message.text += piece
        else:
            last.tail += piece
    markup = tostring(message, encoding="unicode", method="html")
    return markup.removeprefix("<div>").removesuffix("</div>")
