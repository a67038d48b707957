def shipping_label(name: str, street: str, code: str) -> str:
    """Return the program for the address label of a parcel."""
    if not (name and street and code):
        raise ValueError("the address isn't complete")
    return (
        "^XA"
        f"^FO50,50^FD{name}^FS"
        f"^FO50,110^FD{street}^FS"
        f"^FO50,170^FD{code}^FS"
        "^XZ"
    )
