import re
from collections.abc import Callable


def send_sms(write: Callable[[bytes], None], number: str, text: str) -> None:
    """Send a text message through the modem."""
    if not re.search(r"\+?[0-9]+$", number):
        raise ValueError(f"not a telephone number: {number}")
    for control in ("\x1a", "\x1b"):
        text = text.replace(control, " ")
    write(f'AT+CMGS="{number}"\r'.encode())
    write(text.encode("utf-8") + b"\x1a")
