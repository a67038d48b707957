import re

COMMAND = re.compile(r"[\^~][A-Za-z]{2}")


def shipping_label(name: str, street: str, code: str) -> str:
    """Return the program for the address label of a parcel."""
    program = "^XA"
    for y, text in ((50, name), (110, street), (170, code)):
        if not text:
            raise ValueError("the address isn't complete")
        text = "".join(c for c in COMMAND.sub("", text) if c.isprintable())
        program += f"^FO50,{y}^FD{text}^FS"
    return program + "^XZ"
