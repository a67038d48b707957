from collections.abc import Callable


def _check_number(number: str) -> None:
    """Raise ValueError unless the number is digits with or without one + in front."""
    digits = number.removeprefix("+")
    if not (digits.isascii() and digits.isdigit()):
        raise ValueError("a number has digits only")


def _check_text(text: str) -> None:
    """Raise ValueError if the text has characters that aren't text."""
    for character in text:
        if character != "\n" and (ord(character) < 32 or ord(character) == 127):
            raise ValueError(f"control character {character!r} in the text")


def send_sms(write: Callable[[bytes], None], number: str, text: str) -> None:
    """Send a text message; ValueError if number or text can't be sent as they are."""
    _check_number(number)
    _check_text(text)
    write(b'AT+CMGS="' + number.encode("ascii") + b'"\r' + text.encode("utf-8") + b"\x1a")
