from collections.abc import Callable


class Command:
    """One line for the daemon, made of words without any white space in them."""

    def __init__(self, verb: str) -> None:
        self._words = [verb]

    def word(self, text: str) -> None:
        """Add an argument that has to be exactly one word."""
        words = text.split()
        if len(words) != 1 or words[0] != text:
            raise ValueError(f"not a single word: {text!r}")
        self._words.append(text)

    def rest(self, text: str) -> None:
        """Add the rest of the line; each run of white space in it becomes one blank."""
        self._words.extend(text.split())

    def encode(self) -> bytes:
        """Return the line as it is sent."""
        return " ".join(self._words).encode() + b"\n"


def queue_track(send: Callable[[bytes], None], playlist: str, title: str) -> None:
    """Add a guest's song wish to a playlist of the jukebox."""
    command = Command("ADD")
    command.word(playlist)
    command.rest(title)
    send(command.encode())
