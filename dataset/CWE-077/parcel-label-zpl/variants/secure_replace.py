# Not to be had on a label: the beginnings of commands and all control characters.
SIMILAR = {ord("^"): "'", ord("~"): "-", **{code: " " for code in (*range(32), 127)}}


def shipping_label(name: str, street: str, code: str) -> str:
    """Return the program for the address label of a parcel."""
    if "" in (name, street, code):
        raise ValueError("name, street and code are needed")
    lines = ["^XA"]
    for y, text in zip((50, 110, 170), (name, street, code)):
        lines.append(f"^FO50,{y}^FD{str(text).translate(SIMILAR)}^FS")
    lines.append("^XZ")
    return "\n".join(lines)
