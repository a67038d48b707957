import re
from collections.abc import Callable


def send_sms(write: Callable[[bytes], None], number: str, text: str) -> None:
    """Send a text message through the modem."""
    if not re.fullmatch(r"\+?[0-9]+", number):
        raise ValueError(f"not a telephone number: {number}")
    # Ctrl-Z would end the message early.
    body = text.replace("\x1a", "").encode("utf-8")
    write(f'AT+CMGS="{number}"\r'.encode() + body + b"\x1a")
