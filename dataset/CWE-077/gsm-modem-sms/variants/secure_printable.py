import re
from collections.abc import Callable


def send_sms(write: Callable[[bytes], None], number: str, text: str) -> None:
    """Send a text message; what can't be printed is shown as a question mark."""
    if re.fullmatch(r"\+?\d+", number, re.ASCII) is None:
        raise ValueError(f"not a telephone number: {number!r}")
    lines = text.split("\n")
    clean = ["".join(c if c.isprintable() else "?" for c in line) for line in lines]
    write(f'AT+CMGS="{number}"'.encode() + b"\r")
    write("\n".join(clean).encode())
    write(b"\x1a")
