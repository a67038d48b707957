import re
from collections.abc import Callable

CTRL_Z = b"\x1a"
NUMBER = re.compile(r"\+?[0-9]+")
# Control characters other than a line feed: the modem takes some of them for the end of a text.
CONTROL_CHARACTERS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def send_sms(write: Callable[[bytes], None], number: str, text: str) -> None:
    """Send a text message through the modem; control characters are left out of it."""
    if not NUMBER.fullmatch(number):
        raise ValueError(f"not a telephone number: {number!r}")
    # Encoded before the first byte is written, so an error can't leave half a message behind.
    message = CONTROL_CHARACTERS.sub("", text).encode("utf-8") + CTRL_Z
    write(f'AT+CMGS="{number}"\r'.encode())
    write(message)
