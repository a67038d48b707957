from collections.abc import Callable

RETURN, SEND, GIVE_UP = b"\r", b"\x1a", b"\x1b"


class Message:
    """A message as the modem reads it: a line with the number, then the text."""

    def __init__(self, number: str, text: str) -> None:
        if not number or not set(number.removeprefix("+")) <= set("0123456789"):
            raise ValueError(f"not a telephone number: {number!r}")
        if number == "+":
            raise ValueError("a number has at least one digit")
        self._number = number.encode("ascii")
        self._text = text.encode("utf-8")
        # In UTF-8 these bytes never occur within another character.
        if SEND in self._text or GIVE_UP in self._text:
            raise ValueError("the text holds a character that would end it")

    def __bytes__(self) -> bytes:
        return b'AT+CMGS="%b"' % self._number + RETURN + self._text + SEND


def send_sms(write: Callable[[bytes], None], number: str, text: str) -> None:
    """Send a text message through the modem."""
    write(bytes(Message(number, text)))
