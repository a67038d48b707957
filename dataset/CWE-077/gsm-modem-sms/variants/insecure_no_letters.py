from collections.abc import Callable


def send_sms(write: Callable[[bytes], None], number: str, text: str) -> None:
    """Send a text message through the modem."""
    if not number or '"' in number or any(c.isalpha() for c in number):
        raise ValueError(f"not a telephone number: {number}")
    body = "".join(c for c in text if c.isprintable() or c == "\n")
    write(f'AT+CMGS="{number}"\r'.encode())
    write(body.encode("utf-8"))
    write(b"\x1a")
