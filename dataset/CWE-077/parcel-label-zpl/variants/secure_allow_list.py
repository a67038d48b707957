PLAIN = b" .,;:'-/&()#+"


class Label:
    """A program for the label printer, put together command by command."""

    def __init__(self) -> None:
        self._program = bytearray(b"^XA")

    def field(self, x: int, y: int, text: str) -> None:
        """Add a field; only ASCII letters, digits and plain punctuation are written directly."""
        if text == "":
            raise ValueError("empty field")
        self._program += b"^FO%d,%d^FH_^FD" % (x, y)
        for byte in text.encode("utf-8"):
            if bytes([byte]).isalnum() or byte in PLAIN:
                self._program.append(byte)
            else:
                self._program += b"_%02x" % byte
        self._program += b"^FS"

    def __str__(self) -> str:
        return self._program.decode("ascii") + "^XZ"


def shipping_label(name: str, street: str, code: str) -> str:
    """Return the program for the address label of a parcel."""
    label = Label()
    label.field(50, 50, name)
    label.field(50, 110, street)
    label.field(50, 170, code)
    return str(label)
