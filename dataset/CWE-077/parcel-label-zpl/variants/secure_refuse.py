import re

TEXT = re.compile(r"[^\x00-\x1f\x7f^~]+")
LABEL = "^XA^PQ1^FO50,50^FD{}^FS^FO50,110^FD{}^FS^FO50,170^FD{}^FS^XZ"


def shipping_label(name: str, street: str, code: str) -> str:
    """Return the program for an address label; ValueError for texts it can't hold."""
    for text in (name, street, code):
        if TEXT.fullmatch(text) is None:
            raise ValueError(f"can't be printed on a label: {text!r}")
    return LABEL.format(name, street, code)
