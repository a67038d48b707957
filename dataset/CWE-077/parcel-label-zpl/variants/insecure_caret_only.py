def _field(y: int, text: str) -> str:
    """Return a field in which carets are written in hexadecimal."""
    if not text:
        raise ValueError("the address isn't complete")
    text = text.replace("_", "_5F").replace("^", "_5E")
    text = "".join(character for character in text if character.isprintable())
    return f"^FO50,{y}^FH_^FD{text}^FS"


def shipping_label(name: str, street: str, code: str) -> str:
    """Return the program for the address label of a parcel."""
    return "^XA" + _field(50, name) + _field(110, street) + _field(170, code) + "^XZ"
