import unicodedata


def _clean(text: str) -> str:
    """Return the text without commands, and with letters in the form that printers know."""
    text = "".join(c for c in text if c.isprintable() and c not in "^~")
    return unicodedata.normalize("NFKC", text)


def shipping_label(name: str, street: str, code: str) -> str:
    """Return the program for the address label of a parcel."""
    if not (name and street and code):
        raise ValueError("the address isn't complete")
    fields = [(50, name), (110, street), (170, code)]
    return "^XA" + "".join(f"^FO50,{y}^FD{_clean(text)}^FS" for y, text in fields) + "^XZ"
