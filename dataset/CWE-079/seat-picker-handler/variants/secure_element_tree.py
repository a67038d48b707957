import json
from xml.etree.ElementTree import Element, tostring


def call(function: str, *arguments: str) -> str:
    """Return a call in JavaScript."""
    return f"{function}({', '.join(map(json.dumps, arguments))})"


def seat_button(seat: str, holder: str) -> str:
    """Return the button of a seat; the serialiser escapes the handler and the label."""
    button = Element("button", type="button", onclick=call("pick", seat, holder))
    button.text = seat
    return tostring(button, encoding="unicode", method="html")
