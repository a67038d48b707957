def _clean(text: str) -> str:
    """Return the text without the commands that end a field or a label."""
    if not text:
        raise ValueError("the address isn't complete")
    return text.replace("^XZ", "").replace("^FS", "").replace("^PQ", "")


def shipping_label(name: str, street: str, code: str) -> str:
    """Return the program for the address label of a parcel."""
    return (
        "^XA"
        f"^FO50,50^FD{_clean(name)}^FS"
        f"^FO50,110^FD{_clean(street)}^FS"
        f"^FO50,170^FD{_clean(code)}^FS"
        "^XZ"
    )
