import re
from collections.abc import Callable

NUMBER = re.compile(r"^\+?[0-9]+$", re.MULTILINE)
CONTROL_CHARACTERS = re.compile(r"[\x00-\x09\x0b-\x1f]")


def send_sms(write: Callable[[bytes], None], number: str, text: str) -> None:
    """Send a text message through the modem."""
    if not NUMBER.match(number):
        raise ValueError(f"not a telephone number: {number}")
    body = CONTROL_CHARACTERS.sub("", text).encode("utf-8")
    write(f'AT+CMGS="{number}"\r'.encode())
    write(body + b"\x1a")
