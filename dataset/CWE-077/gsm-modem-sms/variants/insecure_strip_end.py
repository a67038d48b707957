import re
from collections.abc import Callable

CTRL_Z = "\x1a"


def send_sms(write: Callable[[bytes], None], number: str, text: str) -> None:
    """Send a text message through the modem."""
    if not re.fullmatch(r"\+?[0-9]+", number):
        raise ValueError(f"not a telephone number: {number}")
    text = text.rstrip(CTRL_Z) + CTRL_Z
    write(f'AT+CMGS="{number}"\r{text}'.encode())
