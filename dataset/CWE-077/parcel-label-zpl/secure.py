import re

# The beginnings of commands, the sign of ^FH, and characters that stand for commands.
SPECIAL = re.compile(r"[\^~_\x00-\x1f\x7f-\x9f]")


def _field(x: int, y: int, text: str) -> str:
    """Return a field whose text is printed as it is, whatever it holds."""
    if not text:
        raise ValueError("the address isn't complete")

    def in_hexadecimal(match: re.Match[str]) -> str:
        return "".join(f"_{byte:02X}" for byte in match[0].encode("utf-8"))

    return f"^FO{x},{y}^FH_^FD{SPECIAL.sub(in_hexadecimal, text)}^FS"


def shipping_label(name: str, street: str, code: str) -> str:
    """Return the program for the address label of a parcel."""
    fields = _field(50, 50, name) + _field(50, 110, street) + _field(50, 170, code)
    return f"^XA{fields}^XZ"
