from collections.abc import Callable

CTRL_Z = b"\x1a"


def send_sms(write: Callable[[bytes], None], number: str, text: str) -> None:
    """Send a text message through the modem."""
    if not number.removeprefix("+").isdigit():
        raise ValueError(f"not a telephone number: {number}")
    write(f'AT+CMGS="{number}"\r'.encode())
    write(text.encode("utf-8") + CTRL_Z)
