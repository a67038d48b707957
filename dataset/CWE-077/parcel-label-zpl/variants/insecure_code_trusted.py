def _text(text: str) -> str:
    """Return the text without anything that has a meaning for the printer."""
    return "".join(c if c.isprintable() and c not in "^~" else " " for c in text)


def shipping_label(name: str, street: str, code: str) -> str:
    """Return the program for the address label of a parcel."""
    if not name or not street or not code:
        raise ValueError("the address isn't complete")
    fields = [(50, _text(name)), (110, _text(street)), (170, code.strip())]
    return "^XA" + "".join(f"^FO50,{y}^FD{text}^FS" for y, text in fields) + "^XZ"
