def _field(y: int, text: str) -> str:
    """Return a field in which the beginnings of commands are written in hexadecimal."""
    if not text:
        raise ValueError("the address isn't complete")
    for character in "_^~":
        text = text.replace(character, f"_{ord(character):02X}")
    return f"^FO50,{y}^FH_^FD{text}^FS"


def shipping_label(name: str, street: str, code: str) -> str:
    """Return the program for the address label of a parcel."""
    return "^XA" + _field(50, name) + _field(110, street) + _field(170, code) + "^XZ"
